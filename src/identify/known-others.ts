/** Names that mean one thing everywhere, by who gave them that meaning. Written as in the number formats. */
export type NamesByVendor = Readonly<Record<string, string>>;

/** What companies that give numbers keep beside them: times, counts, tests of the browser, assignments to a variant. */
export const ANALYTICS: NamesByVendor = {
  'Google Analytics': '_ga_* _gat* __utmb __utmc __utmt* __utmv __utmz _gaexp* AMP_TOKEN',
  'Google Optimize': '_opt_*',
  Hotjar:
    '_hjFirstSeen _hjIncluded* _hjAbsolute* _hjTLDTest _hjCookieTest _hjLocalStorageTest _hjSessionStorageTest _hjSessionRejected _hjSessionResumed _hjSessionTooLarge _hjCachedUserAttributes _hjHasCachedUserAttributes _hjUserAttributesHash _hjViewportId _hjRecordingEnabled _hjRecordingLastActivity _hjClosedSurveyInvites _hjDonePolls _hjMinimizedPolls _hjShownFeedbackMessage',
  HubSpot: '__hssc __hssrc hs_ab_test',
  Matomo: '_pk_ses* _pk_ref* _pk_cvar* _pk_hsr* _pk_testcookie*',
  'Piwik PRO': 'stg_returning_visitor stg_last_interaction stg_externalReferrer stg_traffic_source_priority stg_debug',
  Snowplow: '_sp_ses*',
  PostHog: 'ph_*_window_id ph_*_primary_window_exists ph_*_session_registered_properties',
  OpenReplay: '__openreplay_token*',
  Mixpanel: '__mpq_*',
  Amplitude: 'AMP_MKTG_* AMP_TEST* AMP_TLDTEST* AMP_unsent_* amp_cookie_test*',
  Segment: 'ajs_group_id ajs_user_traits ajs_group_properties',
  RudderStack:
    'rl_session rl_trait rl_group_id rl_group_trait rl_page_init_referrer rl_page_init_referring_domain test_rudder_cookie',
  'Microsoft Clarity': '_cltk',
  Adobe:
    's_cc s_sq s_ppv* s_ppvl s_tp s_ptc s_nr* s_lv* s_vnum* s_invisit* gpv gpv_* at_check mboxEdgeCluster AMCVS_* kndctr_*_cluster com.adobe.alloy.getTld',
  VWO: '_vwo _vwo_ds _vwo_sn _vwo_ssm _vwo_referrer _vis_opt_s _vis_opt_test_cookie _vis_opt_exp_*',
  Tealium: 'utag_main_*',
  Optimizely:
    'optimizelyBuckets optimizelySegments optimizelyPendingLogEvents optimizelySession optimizelyDomainTestCookie optimizelyRedirectData optimizelyReferrer',
  'AB Tasty': 'ABTastySession',
  Kameleoon: 'kameleoonExperiment*',
  'Parse.ly': '_parsely_session _parsely_slot_click _parsely_tpa_blocked',
  Chartbeat: '_chartbeat2 _cb_ls _cb_svref _cb_expires _chartbeat4 _SUPERFLY_nosample',
  Heap: '_hp2_ses_props.* _hp2_props.* _hp2_hld* _hp5_event_props.* _hp5_let.*',
  Yandex: '_ym_d _ym_isad _ym_visorc* _ym_ucs',
  FullStory: 'fs_lua fs_cid',
  Piano: '_pctx _pcus',
  Dynatrace: 'rxvt dtPC dtSa dtLatC dtCookie',
  Shopify: '_shopify_fs _shopify_sa_* _landing_page _orig_referrer',
  Squarespace: 'ss_cvt ss_cvisit ss_cpvisit',
};

export const ADVERTISING: NamesByVendor = {
  Google: 'test_cookie@doubleclick.net _gcl_ls ar_debug',
  Meta: 'lastExternalReferrer lastExternalReferrerTime',
  Microsoft: '_uetsid_exp _uetvid_exp _uetmsclkid_exp MR@bing.com SRM_B@bing.com ANONCHK@clarity.ms SM@clarity.ms',
  Criteo: 'cto_tld_test criteo_write_test cto_writeable cto_pub_test criteo_fast_bid*',
  AdRoll: '__ar_v4',
  Lotame: 'panoramaId_expiry panoramaIdType _cc_dc _cc_domain',
  Prebid: '_pubcid_last _pubcid_exp _pubcid_cst _sharedid_last _sharedid_cst',
  LiveRamp: '_lr_retry_request _lr_geo_location* _lr_env_src_ats',
  TikTok: '_tt_enable_cookie tt_pixel_session_index tt_appInfo',
  Snap: '_sctr _schn1 _ScCbts',
  LinkedIn: 'ln_or li_oatml lissc@linkedin.com',
  Demandbase: 'tuuid_lu',
  Quantcast: '_dlt',
  Taboola: 'taboola_select _tb_sess_r _tb_t_ppg',
};
