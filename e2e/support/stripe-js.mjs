// A stand-in for Stripe.js with the calls that we make, and the pages of its frames. Like the real one it draws the card's field
// in a frame of its own origin, speaks to its own API, asks the bank in another frame, and leads to the return address.

/** `Stripe(key).elements({ clientSecret }).create('payment').on(…).mount(…)` and `.confirmPayment(…)`. */
export const STRIPE_JS = `(() => {
  const origin = new URL(document.currentScript.src).origin;
  const said = new Map();
  addEventListener('message', event => event.origin === origin && said.get(event.data.type)?.(event.data));

  const frame = (path, title) => Object.assign(document.createElement('iframe'), { src: origin + path, title });
  const ask = (id, step, fields) =>
    fetch(origin + '/v1/payment_intents/' + id + '/' + step, { method: 'POST', body: new URLSearchParams(fields) }).then(answer => answer.json());
  const bank = id => new Promise(resolve => {
    const asking = frame('/frames/bank', 'Your bank');
    said.set('bank', ({ approved }) => ask(id, 'answer', { approved }).then(resolve));
    document.body.append(asking);
  });

  window.Stripe = key => {
    if (!key.startsWith('pk_')) throw new Error('a publishable key, please');
    return {
      elements({ clientSecret }) {
        if (!clientSecret.includes('_secret')) throw new Error('a client secret, please');
        const elements = { id: clientSecret.split('_secret')[0], number: '' };
        said.set('card', ({ number }) => { elements.number = number; });
        elements.create = type => {
          if (type !== 'payment') throw new Error('the Payment Element, please');
          const heard = {};
          return {
            on(name, act) { heard[name] = act; },
            mount(place) {
              const card = frame('/frames/card', 'Secure card entry');
              card.onload = () => heard.ready?.();
              place.append(card);
            },
          };
        };
        return elements;
      },
      async confirmPayment({ elements, confirmParams }) {
        if (elements.number.length < 16) return { error: { type: 'validation_error', message: 'Your card number is incomplete.' } };
        let answer = await ask(elements.id, 'confirm', { number: elements.number });
        if (answer.error) return { error: answer.error };
        if (answer.status === 'requires_action') answer = await bank(elements.id);
        const back = new URL(confirmParams.return_url);
        back.searchParams.set('payment_intent', elements.id);
        back.searchParams.set('payment_intent_client_secret', elements.id + '_secret');
        back.searchParams.set('redirect_status', answer.status === 'requires_capture' ? 'succeeded' : 'failed');
        location.assign(back);
        return new Promise(() => {});
      },
    };
  };
})();
`;

const page = (body, script) =>
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Stripe</title><link rel="icon" href="data:,"><body>${body}<script>${script}</script></body></html>`;

export const CARD_FRAME = page(
  '<label>Card number <input inputmode="numeric" autocomplete="off"></label>',
  "document.querySelector('input').oninput = event => parent.postMessage({ type: 'card', number: event.target.value.replace(/ /g, '') }, '*');",
);

export const BANK_FRAME = page(
  '<p>Is it you?</p><button id="yes">Yes, it is me</button> <button id="no">No</button>',
  "for (const id of ['yes', 'no']) document.getElementById(id).onclick = () => parent.postMessage({ type: 'bank', approved: id === 'yes' }, '*');",
);
