posthog.init('phc_street', {
  api_host: 'https://us.i.posthog.com',
  person_profiles: 'identified_only',
  // PostHog sends nothing from a browser it takes for a robot, and tests drive one.
  opt_out_useragent_filter: true,
});
