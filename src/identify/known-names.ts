import type { Kind, Purpose } from '#core/verdict.ts';

/** Names that mean one thing everywhere, by kind and by who gave them that meaning. Marks as in the number formats. */
export interface KnownNames {
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly vendor: string;
  readonly names: string;
}

function known(kind: Kind, purpose: Purpose, vendor: string, names: string): KnownNames {
  return { kind, purpose, vendor, names };
}

export const KNOWN_NAMES: readonly KnownNames[] = [
  known('security', 'necessary', 'Cloudflare', '__cf_bm cf_clearance __cfruid _cfuvid __cflb __cfduid cf_chl_*'),
  known('security', 'necessary', 'Amazon', 'AWSALB* AWSELB* aws-waf-token'),
  known('security', 'necessary', 'Microsoft Azure', 'ARRAffinity* TiPMix x-ms-routing-name'),
  known('security', 'necessary', 'F5', 'BIGipServer* TS01*'),
  known('security', 'necessary', 'Imperva', 'incap_ses_* visid_incap_* nlbi_* reese84'),
  known('security', 'necessary', 'Akamai', 'ak_bmsc bm_sz bm_sv bm_mi _abck akavpau_* AKA_A2'),
  known('security', 'necessary', 'HUMAN', '_px2 _px3 _pxvid _pxhd pxcts'),
  known('security', 'necessary', 'DataDome', 'datadome'),
  known('security', 'necessary', 'Stripe', '__stripe_mid __stripe_sid m@m.stripe.com'),
  known('security', 'necessary', 'Google', '_GRECAPTCHA GCLB AEC@google.com'),
  known('security', 'necessary', 'Google', 'rc::*'),
  known('security', 'necessary', 'Alibaba Cloud', 'acw_tc acw_sc__*'),
  known(
    'security',
    'necessary',
    'Microsoft',
    'ASLBSA* esctx* fpc@login.microsoftonline.com buid@login.microsoftonline.com',
  ),
  known(
    'security',
    'necessary',
    'PayPal',
    'ts@paypal.com ts_c@paypal.com l7_az@paypal.com x-pp-s@paypal.com nsid@paypal.com',
  ),
  known('security', 'necessary', 'LinkedIn', 'lidc'),
  known('security', 'necessary', 'Magento', 'form_key X-Magento-Vary private_content_version mage-*'),
  known('login', 'necessary', 'Magento', 'frontend frontend_cid'),
  known(
    'login',
    'necessary',
    'Google',
    'SID@google.com HSID@google.com SSID@google.com APISID@google.com SAPISID@google.com',
  ),
  known('login', 'necessary', 'Meta', 'c_user@facebook.com xs@facebook.com'),
  known('login', 'necessary', 'LinkedIn', 'li_at'),
  known('login', 'necessary', 'ASP.NET', '.ASPXANONYMOUS .ASPXAUTH .ASPXROLES'),
  known('login', 'necessary', 'Salesforce', 'dwsid dwanonymous_* dwsecuretoken_* dwac_*'),
  known('login', 'necessary', 'WebSphere', 'WC_*'),
  known('login', 'necessary', 'SAP', 'acceleratorSecureGUID'),
  known('login', 'necessary', 'WordPress', 'wordpress_logged_in_* wordpress_sec_* wp-settings-* wp-postpass_*'),
  known(
    'login',
    'necessary',
    'Shopify',
    'secure_customer_sig _secure_account_session_id _shopify_essential keep_alive',
  ),
  known('login', 'necessary', 'LiveChat', '__lc_cst __lc2_cst'),
  known('consent', 'necessary', 'Cookiebot', 'CookieConsent* cookiebot-consent*'),
  known('consent', 'necessary', 'OneTrust', 'Optanon* OTAdditionalConsentString'),
  known('consent', 'necessary', 'IAB', 'euconsent* eupubconsent* usprivacy addtl_consent IABGPP_* IABTCF_*'),
  known('consent', 'necessary', 'Sourcepoint', 'consentUUID _sp_v1_*'),
  known('consent', 'necessary', 'Google', 'FCCDCF FCNEC SOCS CONSENT'),
  known('consent', 'necessary', 'Didomi', 'didomi_token'),
  known('consent', 'necessary', 'Usercentrics', 'uc_user_interaction uc_settings uc_ui_version'),
  known('consent', 'necessary', 'TrustArc', 'notice_* cmapi_* TAsessionID truste.eu*'),
  known('consent', 'necessary', 'iubenda', '_iub_cs-*'),
  known('consent', 'necessary', 'Complianz', 'cmplz_*'),
  known('consent', 'necessary', 'LinkedIn', 'li_gc'),
  known('consent', 'necessary', 'HubSpot', '__hs_opt_out __hs_do_not_track'),
  known('cart', 'necessary', 'WooCommerce', 'wp_woocommerce_session_*'),
  known('unknown', 'analytics', 'Google Analytics', '_ga_* _gat* __utmb __utmc __utmt* __utmv __utmz _gaexp*'),
  known('unknown', 'analytics', 'Hotjar', '_hjFirstSeen _hjIncluded* _hjAbsolute* _hjTLDTest _hjLocalStorageTest'),
  known('unknown', 'analytics', 'HubSpot', '__hssc __hssrc'),
  known('unknown', 'analytics', 'Matomo', '_pk_ses* _pk_ref* _pk_testcookie*'),
  known('unknown', 'analytics', 'Snowplow', '_sp_ses*'),
  known('unknown', 'analytics', 'Adobe', 's_cc s_sq AMCVS_* kndctr_*_cluster'),
  known('unknown', 'analytics', 'Shopify', '_shopify_fs _shopify_sa_* _landing_page _orig_referrer'),
  known('unknown', 'advertising', 'Google', 'test_cookie@doubleclick.net _gac_* GoogleAdServingTest'),
  known('unknown', 'advertising', 'Criteo', 'cto_tld_test criteo_write_test'),
];
