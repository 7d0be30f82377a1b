import type { Kind, Purpose } from '#core/verdict.ts';
import { ADVERTISING, ANALYTICS, type NamesByVendor } from './known-others.ts';

const SECURITY: NamesByVendor = {
  Cloudflare: '__cf_bm cf_clearance __cfruid _cfuvid __cflb __cfduid cf_chl_*',
  Amazon: 'AWSALB* AWSELB* aws-waf-token',
  'Microsoft Azure': 'ARRAffinity* TiPMix x-ms-routing-name ASLBSA* ApplicationGatewayAffinity*',
  F5: 'BIGipServer* TS01* F5_ST LastMRH_Session MRHSession',
  Citrix: 'NSC_* citrix_ns_id*',
  Fortinet: 'cookiesession1 FGTServer',
  Barracuda: 'BNI_* BNES_* barra_counter_session',
  'Fly.io': 'fly-machine-id',
  Kasada: 'KP_UIDz*',
  Riverbed: 'X-Mapping-*',
  OVH: 'stickounet SERVERUSED',
  nginx: 'route',
  Imperva: 'incap_ses_* visid_incap_* nlbi_* reese84',
  Akamai: 'ak_bmsc bm_* _abck akavpau_* AKA_A2',
  HUMAN: '_px2 _px3 _pxvid _pxhd pxcts',
  DataDome: 'datadome',
  Stripe: '__stripe_mid __stripe_sid m@m.stripe.com',
  Google: '_GRECAPTCHA rc::* GCLB GAESA AEC@google.com',
  'Alibaba Cloud': 'acw_tc acw_sc__*',
  LinkedIn: 'lidc',
  Magento: 'form_key X-Magento-Vary private_content_version mage-*',
};

const LOGIN: NamesByVendor = {
  Google: 'SID@google.com HSID@google.com SSID@google.com APISID@google.com SAPISID@google.com',
  Meta: 'c_user@facebook.com xs@facebook.com',
  LinkedIn: 'li_at',
  Magento: 'frontend frontend_cid',
  'ASP.NET': '.ASPX* .AspNetCore.Cookies* .AspNetCore.Identity.* .AspNet.Cookies* .AspNet.ApplicationCookie*',
  PrestaShop: 'PrestaShop-*',
  phpBB: 'phpbb3_*',
  XenForo: 'xf_user xf_session xf_tfa_trust',
  Yii: '_identity _identity-*',
  Clerk: '__client __client_uat*',
  Salesforce: 'dwsid dwanonymous_* dwsecuretoken_* dwac_*',
  WebSphere: 'WC_*',
  WordPress: 'wordpress_logged_in_* wordpress_sec_* wp-postpass_* comment_author_*',
  Shopify: 'secure_customer_sig _secure_account_session_id _shopify_essential keep_alive',
  LiveChat: '__lc_cst __lc2_cst',
};

const CONSENT: NamesByVendor = {
  Cookiebot: 'CookieConsent* cookiebot-consent*',
  OneTrust: 'Optanon* OTAdditionalConsentString',
  IAB: 'euconsent* eupubconsent* usprivacy addtl_consent IABGPP_* IABTCF_*',
  Sourcepoint: 'consentUUID _sp_v1_*',
  Google: 'FCCDCF FCNEC SOCS CONSENT',
  Tealium: 'CONSENTMGR OPTOUTMULTI',
  Osano: 'osano_consentmanager*',
  CookieConsent: 'cc_cookie',
  CookieYes: 'cookielawinfo-*',
  Adobe: 'kndctr_*_consent adobeujs-optin',
  Shopify: '_tracking_consent _cmp_a',
  Matomo: 'mtm_consent* mtm_cookie_consent* matomo_ignore piwik_ignore',
  'Piwik PRO': 'ppms_privacy_* _stg_optout',
  Mixpanel: '__mp_opt_in_out_*',
  PostHog: '__ph_opt_in_out_*',
  Plausible: 'plausible_ignore',
  VWO: '_vis_opt_out _vwo_consent',
  Piano: 'pa_privacy _pprv atauthority',
  Prebid: '_pubcid_optout',
  Criteo: 'cto_optout',
  Usercentrics: 'uc_user_interaction uc_settings',
  TrustArc: 'notice_* cmapi_* TAsessionID truste.eu*',
  iubenda: '_iub_cs-*',
  Complianz: 'cmplz_*',
  LinkedIn: 'li_gc',
  HubSpot: '__hs_opt_out __hs_do_not_track __hs_cookie_cat_pref __hs_initial_opt_in',
};

const PREFERENCE: NamesByVendor = {
  WordPress: 'wp-settings-* wp-settings-time-*',
  'ASP.NET': '.AspNetCore.Culture',
  Shopify: 'localization cart_currency',
};

export const KNOWN_NAMES: readonly (readonly [kind: Kind, purpose: Purpose, names: NamesByVendor])[] = [
  ['security', 'necessary', SECURITY],
  ['login', 'necessary', LOGIN],
  ['consent', 'necessary', CONSENT],
  ['preference', 'functional', PREFERENCE],
  ['cart', 'necessary', { WooCommerce: 'wp_woocommerce_session_*' }],
  ['unknown', 'analytics', ANALYTICS],
  ['unknown', 'advertising', ADVERTISING],
];
