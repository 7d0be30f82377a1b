import type { Kind, Purpose } from '#core/verdict.ts';

/** Names that mean one thing everywhere, by who gave them that meaning. Written as in the number formats. */
type NamesByVendor = Readonly<Record<string, string>>;

const SECURITY: NamesByVendor = {
  Cloudflare: '__cf_bm cf_clearance __cfruid _cfuvid __cflb __cfduid cf_chl_*',
  Amazon: 'AWSALB* AWSELB* aws-waf-token',
  'Microsoft Azure': 'ARRAffinity* TiPMix x-ms-routing-name ASLBSA*',
  F5: 'BIGipServer* TS01*',
  Imperva: 'incap_ses_* visid_incap_* nlbi_* reese84',
  Akamai: 'ak_bmsc bm_sz bm_sv bm_mi _abck akavpau_* AKA_A2',
  HUMAN: '_px2 _px3 _pxvid _pxhd pxcts',
  DataDome: 'datadome',
  Stripe: '__stripe_mid __stripe_sid m@m.stripe.com',
  Google: '_GRECAPTCHA rc::* GCLB AEC@google.com',
  'Alibaba Cloud': 'acw_tc acw_sc__*',
  LinkedIn: 'lidc',
  Magento: 'form_key X-Magento-Vary private_content_version mage-*',
};

const LOGIN: NamesByVendor = {
  Google: 'SID@google.com HSID@google.com SSID@google.com APISID@google.com SAPISID@google.com',
  Meta: 'c_user@facebook.com xs@facebook.com',
  LinkedIn: 'li_at',
  Magento: 'frontend frontend_cid',
  'ASP.NET': '.ASPX*',
  Salesforce: 'dwsid dwanonymous_* dwsecuretoken_* dwac_*',
  WebSphere: 'WC_*',
  WordPress: 'wordpress_logged_in_* wordpress_sec_* wp-settings-* wp-postpass_*',
  Shopify: 'secure_customer_sig _secure_account_session_id _shopify_essential keep_alive',
  LiveChat: '__lc_cst __lc2_cst',
};

const CONSENT: NamesByVendor = {
  Cookiebot: 'CookieConsent* cookiebot-consent*',
  OneTrust: 'Optanon* OTAdditionalConsentString',
  IAB: 'euconsent* eupubconsent* usprivacy addtl_consent IABGPP_* IABTCF_*',
  Sourcepoint: 'consentUUID _sp_v1_*',
  Google: 'FCCDCF FCNEC SOCS CONSENT',
  Usercentrics: 'uc_user_interaction uc_settings',
  TrustArc: 'notice_* cmapi_* TAsessionID truste.eu*',
  iubenda: '_iub_cs-*',
  Complianz: 'cmplz_*',
  LinkedIn: 'li_gc',
  HubSpot: '__hs_opt_out __hs_do_not_track',
};

const ANALYTICS: NamesByVendor = {
  'Google Analytics': '_ga_* _gat* __utmb __utmc __utmt* __utmv __utmz _gaexp*',
  Hotjar: '_hjFirstSeen _hjIncluded* _hjAbsolute* _hjTLDTest',
  HubSpot: '__hssc __hssrc',
  Matomo: '_pk_ses* _pk_ref*',
  Snowplow: '_sp_ses*',
  Adobe: 's_cc s_sq AMCVS_* kndctr_*_cluster',
  Amplitude: 'AMP_MKTG_* AMP_TLDTEST*',
  OpenReplay: '__openreplay_token*',
  PostHog: 'ph_*_session_registered_properties',
  Shopify: '_shopify_fs _shopify_sa_* _landing_page _orig_referrer',
};

const ADVERTISING: NamesByVendor = {
  Google: 'test_cookie@doubleclick.net _gac_*',
  Criteo: 'cto_tld_test criteo_write_test',
};

export const KNOWN_NAMES: readonly (readonly [kind: Kind, purpose: Purpose, names: NamesByVendor])[] = [
  ['security', 'necessary', SECURITY],
  ['login', 'necessary', LOGIN],
  ['consent', 'necessary', CONSENT],
  ['cart', 'necessary', { WooCommerce: 'wp_woocommerce_session_*' }],
  ['unknown', 'analytics', ANALYTICS],
  ['unknown', 'advertising', ADVERTISING],
];
