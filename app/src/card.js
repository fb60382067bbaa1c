// Card entry at checkout, through Stripe.js; inlined into that page alone, with its nonce. The card goes from the guest's
// browser to Stripe: neither this script nor our server sees it. What became of a payment is never believed from here:
// the guest is sent to the page that asks Stripe.
const form = document.getElementById("card-form");
const entry = document.getElementById("card-entry");
const said = document.getElementById("card-said");
const button = form.querySelector("button");
const { stripeKey, stripeJs, opens, id } = form.dataset;
const back = location.origin + form.getAttribute("action") + "/return";
const LOST = "The card form could not be reached. Your hold stays: check your connection and try again.";

let stripe, elements;

const say = text => {
  said.textContent = text || "";
  said.hidden = !text;
  button.disabled = false;
};

const fetchStripe = () => window.Stripe ? 0 : new Promise((resolve, reject) => {
  const script = document.createElement("script");
  const failed = () => reject(script.remove());
  Object.assign(script, { src: stripeJs, onload: resolve, onerror: failed });
  document.head.append(script);
});

const ask = async () => {
  const body = new URLSearchParams({ id, shown_total: form.elements.shown_total.value });
  const answer = await fetch(opens, { method: "POST", body });
  if (!answer.ok) throw answer.status;
  return answer.json();
};

const start = async () => {
  const [payment] = await Promise.all([ask(), fetchStripe()]);
  if (payment.refused) return say(payment.refused);
  // Paid in another tab.
  if (!payment.client_secret) return location.assign(back);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  stripe = Stripe(stripeKey);
  elements = stripe.elements({
    clientSecret: payment.client_secret,
    locale: "en-GB",
    appearance: { theme: dark ? "night" : "stripe" },
  });
  const card = elements.create("payment", { wallets: { applePay: "never", googlePay: "never" } });
  card.on("ready", () => say(""));
  card.on("loaderror", () => say(LOST));
  entry.replaceChildren();
  card.mount(entry);
};

// Only what did not work comes back from here: otherwise Stripe leads on, over the bank's page when it asks.
const pay = async () => {
  const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: back } });
  if (error.type == "card_error" || error.type == "invalid_request_error") return location.assign(back);
  say(error.type == "validation_error" ? "" : error.message || LOST);
};

form.addEventListener("submit", event => {
  event.preventDefault();
  if (button.disabled) return;
  button.disabled = true;
  (elements ? pay() : start()).catch(() => say(LOST));
});
start().catch(() => say(LOST));
