const apm = elasticApm.init({ serviceName: 'street', serverUrl: street.collector, serviceVersion: '1.0.0' });
apm.captureError(new TypeError('The basket is empty'));
apm.setUserContext({ id: 'customer-81' });
const search = apm.startTransaction('Search', 'custom');
search.end();
