// Passkeys: asks the person's device to make one, or to sign in with one. Without script the e-mail code remains.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function question(options) {
  const asked = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((known) => ({ ...known, id: bytes(known.id) }));
  }
  return { publicKey: asked };
}

function answer(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

function onSend(form, ask) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.textContent = "";
    try {
      form.elements.credential.value = answer(await ask());
      form.submit();
    } catch (error) {
      problem.textContent = form.dataset.problem;
    }
  });
}

if (window.PublicKeyCredential) {
  const add = document.querySelector("[data-passkey-add]");
  if (add) {
    document.querySelector("[data-passkey-impossible]").hidden = true;
    const options = JSON.parse(document.getElementById("passkey-options").textContent);
    onSend(add, () => navigator.credentials.create(question(options)));
  }
  const enter = document.querySelector("[data-passkey-sign-in]");
  if (enter) {
    onSend(enter, async () => {
      const reply = await fetch(enter.dataset.optionsUrl, { headers: { Accept: "application/json" } });
      return navigator.credentials.get(question((await reply.json()).request_options));
    });
  }
}
