elasticApm.init({
  serviceName: 'street',
  serverUrl: 'https://street.apm.eu-central-1.aws.elastic-cloud.com',
  serviceVersion: '1.0.0',
});
