track('G-STREET0001');
