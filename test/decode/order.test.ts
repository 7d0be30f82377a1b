import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '#decode/order.ts';
import { anyAddress } from './addresses.ts';

function order(path: string) {
  return orderOf(`https://shop.example${path}`);
}

describe('an order’s confirmation', () => {
  it.each([
    ['/order/thank-you?order=H-1042', 'H-1042'],
    ['/checkout/order-received/1234/?key=wc_order_q7Jx0ZkV3nTb8', '1234'],
    ['/checkouts/cn/9c0e4b7a1f6d83520b8ce94d17f3a625/thank_you', null],
    ['/checkout/onepage/success/', null],
    ['/order-confirmation', null],
    ['/order-confirmation?orderNumber=700012', '700012'],
    ['/orders/1234/confirmation', '1234'],
    ['/bestellung/danke', null],
    ['/kasse/bestellung-abgeschlossen?bestellnummer=B2027-18', 'B2027-18'],
    ['/commande/confirmation', null],
    ['/orderConfirmation.aspx?orderNo=81', '81'],
    ['/ordersuccess', null],
    ['/thank-you?order_id=77', '77'],
    ['/de/checkout/complete', null],
    ['/#/checkout/success?order=A-1', 'A-1'],
  ])('%s has the number %j', (path, reference) => {
    expect(order(path)).toEqual({ reference });
  });
});

describe('no confirmation', () => {
  it.each([
    ['a list of orders', '/orders'],
    ['one order', '/orders/1234'],
    ['an order form', '/order'],
    ['an order’s status', '/order-status?order=H-1042'],
    ['a completed order’s status', '/order-status/complete?order=H-1042'],
    ['a returned order', '/orders/1234/return/confirmation'],
    ['a newsletter’s thanks', '/thank-you'],
    ['a newsletter’s confirmation', '/newsletter/confirmation'],
    ['a checkout’s step', '/checkout/confirm'],
    ['stories of success', '/order/success-stories'],
    ['sorted thanks', '/thank-you?order=asc'],
    ['a cancelled order', '/checkout/cancelled'],
    ['no address', 'not an address'],
  ])('%s: %s', (_what, path) => {
    expect(order(path)).toBeNull();
  });

  it('the order’s secret key is never its number', () => {
    expect(order('/checkout/thank-you?key=wc_order_q7Jx0ZkV3nTb8')).toEqual({ reference: null });
  });
});

describe('any address', () => {
  it('gives a number of at most forty letters, digits and hyphens, or none', () => {
    fc.assert(
      fc.property(anyAddress, (url) => {
        expect(orderOf(url)?.reference ?? 'none').toMatch(/^[\w-]{1,40}$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the number back from its own confirmation page', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,3}-\d{1,9}$/u), (reference) => {
        expect(order(`/order/thank-you?order=${reference}`)).toEqual({ reference });
        expect(order(`/orders/${reference}/confirmation`)).toEqual({ reference });
      }),
    );
  });
});
