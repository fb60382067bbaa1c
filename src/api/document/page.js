const bundle = document.createElement("script");
bundle.src = "/doc/swagger-ui-bundle.js";
bundle.onload = () => SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "list",
  validatorUrl: null,
});
document.head.append(bundle);
