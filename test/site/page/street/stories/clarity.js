clarity('start', {
  projectId: 'street0001',
  upload: `${street.collector}/collect`,
  content: true,
  track: true,
  delay: 100,
});
clarity('event', 'Newsletter joined', 'footer');
clarity('identify', 'customer-81');
