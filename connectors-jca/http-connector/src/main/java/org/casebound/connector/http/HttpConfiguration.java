package org.casebound.connector.http;

import jakarta.resource.spi.ConfigProperty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebound.connector.base.LoginManagedConnectionFactory;
import org.casebound.connector.http.outbound.AuthenticationSettings;
import org.casebound.connector.http.outbound.CertificateStore;
import org.casebound.connector.http.outbound.HttpSettings;
import org.jspecify.annotations.Nullable;

/** The properties of a connection definition; read once, when the first connection is made. */
public abstract class HttpConfiguration extends LoginManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "http or https address of the back office; operations are added to it")
  private String baseUrl = "";

  @ConfigProperty(description = "Longest time to a connection, in milliseconds", defaultValue = "2000")
  private Integer connectTimeoutMillis = 2000;

  @ConfigProperty(description = "Longest answer that is read, in bytes", defaultValue = "1048576")
  private Integer maxResponseBytes = 1_048_576;

  @ConfigProperty(description = "Path with {key} that tells what became of a call; empty: no verification")
  private String verifyPath = "";

  @ConfigProperty(description = "Path that answers 2xx when the back office works; empty: not asked")
  private String healthPath = "";

  @ConfigProperty(description = "Headers for every request: Name: value|Name: value")
  private String headers = "";

  @ConfigProperty(description = "File with trusted certificates; empty: the JVM's own list")
  private String trustStorePath = "";

  @ConfigProperty(description = "Opens the trust store", confidential = true)
  private String trustStorePassword = "";

  @ConfigProperty(description = "PKCS12 or JKS", defaultValue = "PKCS12")
  private String trustStoreType = "PKCS12";

  @ConfigProperty(description = "File with the connector's own key and certificate, for mutual TLS; empty: none")
  private String keyStorePath = "";

  @ConfigProperty(description = "Opens the key store and its keys", confidential = true)
  private String keyStorePassword = "";

  @ConfigProperty(description = "PKCS12 or JKS", defaultValue = "PKCS12")
  private String keyStoreType = "PKCS12";

  @ConfigProperty(
      description = "BASIC, BEARER, API_KEY, OAUTH2 or SIGNATURE; the secret is the password", defaultValue = "BASIC")
  private String authentication = "BASIC";

  @ConfigProperty(description = "Header that holds the key for API_KEY", defaultValue = "X-API-Key")
  private String apiKeyHeader = "X-API-Key";

  @ConfigProperty(description = "Token endpoint for OAUTH2")
  private String tokenUrl = "";

  @ConfigProperty(description = "Scope asked for at the token endpoint; empty: none")
  private String tokenScope = "";

  @ConfigProperty(description = "Code of a 409 that says that the key was applied before; empty: none")
  private String duplicateCode = "";

  @ConfigProperty(description = "Addresses and ranges that are open although private, loopback or the like; with commas")
  private String allowedAddresses = "";

  HttpConfiguration() {}

  HttpSettings settings() {
    return new HttpSettings(
        URI.create(baseUrl.strip()),
        Duration.ofMillis(connectTimeoutMillis),
        questionTime(),
        text(verifyPath),
        text(healthPath),
        headerMap(),
        text(trustStorePath).map(path -> new CertificateStore(Path.of(path), trustStorePassword, trustStoreType)),
        text(keyStorePath).map(path -> new CertificateStore(Path.of(path), keyStorePassword, keyStoreType)),
        maxResponseBytes,
        text(duplicateCode),
        new AuthenticationSettings(
            AuthenticationSettings.Scheme.of(authentication.strip()), apiKeyHeader.strip(),
            text(tokenUrl).map(URI::create), text(tokenScope)),
        list(allowedAddresses));
  }

  @Override
  protected List<Object> ownConfiguration() {
    return List.of(
        baseUrl, connectTimeoutMillis, maxResponseBytes, verifyPath, healthPath, headers,
        trustStorePath, trustStorePassword, trustStoreType, keyStorePath, keyStorePassword, keyStoreType,
        authentication, apiKeyHeader, tokenUrl, tokenScope, duplicateCode, allowedAddresses);
  }

  private Map<String, String> headerMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String header : headers.split("\\|")) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        map.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
      } else if (!header.isBlank()) {
        throw new IllegalArgumentException("headers has the form \"Name: value|Name: value\".");
      }
    }
    return map;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(@Nullable String baseUrl) {
    this.baseUrl = orEmpty(baseUrl);
  }

  public Integer getConnectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  public void setConnectTimeoutMillis(Integer connectTimeoutMillis) {
    this.connectTimeoutMillis = connectTimeoutMillis;
  }

  public Integer getMaxResponseBytes() {
    return maxResponseBytes;
  }

  public void setMaxResponseBytes(Integer maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
  }

  public String getVerifyPath() {
    return verifyPath;
  }

  public void setVerifyPath(@Nullable String verifyPath) {
    this.verifyPath = orEmpty(verifyPath);
  }

  public String getHealthPath() {
    return healthPath;
  }

  public void setHealthPath(@Nullable String healthPath) {
    this.healthPath = orEmpty(healthPath);
  }

  public String getHeaders() {
    return headers;
  }

  public void setHeaders(@Nullable String headers) {
    this.headers = orEmpty(headers);
  }

  public String getTrustStorePath() {
    return trustStorePath;
  }

  public void setTrustStorePath(@Nullable String trustStorePath) {
    this.trustStorePath = orEmpty(trustStorePath);
  }

  public String getTrustStorePassword() {
    return trustStorePassword;
  }

  public void setTrustStorePassword(@Nullable String trustStorePassword) {
    this.trustStorePassword = orEmpty(trustStorePassword);
  }

  public String getTrustStoreType() {
    return trustStoreType;
  }

  public void setTrustStoreType(@Nullable String trustStoreType) {
    this.trustStoreType = orEmpty(trustStoreType);
  }

  public String getKeyStorePath() {
    return keyStorePath;
  }

  public void setKeyStorePath(@Nullable String keyStorePath) {
    this.keyStorePath = orEmpty(keyStorePath);
  }

  public String getKeyStorePassword() {
    return keyStorePassword;
  }

  public void setKeyStorePassword(@Nullable String keyStorePassword) {
    this.keyStorePassword = orEmpty(keyStorePassword);
  }

  public String getKeyStoreType() {
    return keyStoreType;
  }

  public void setKeyStoreType(@Nullable String keyStoreType) {
    this.keyStoreType = orEmpty(keyStoreType);
  }

  public String getAuthentication() {
    return authentication;
  }

  public void setAuthentication(@Nullable String authentication) {
    this.authentication = orEmpty(authentication);
  }

  public String getApiKeyHeader() {
    return apiKeyHeader;
  }

  public void setApiKeyHeader(@Nullable String apiKeyHeader) {
    this.apiKeyHeader = orEmpty(apiKeyHeader);
  }

  public String getTokenUrl() {
    return tokenUrl;
  }

  public void setTokenUrl(@Nullable String tokenUrl) {
    this.tokenUrl = orEmpty(tokenUrl);
  }

  public String getTokenScope() {
    return tokenScope;
  }

  public void setTokenScope(@Nullable String tokenScope) {
    this.tokenScope = orEmpty(tokenScope);
  }

  public String getDuplicateCode() {
    return duplicateCode;
  }

  public void setDuplicateCode(@Nullable String duplicateCode) {
    this.duplicateCode = orEmpty(duplicateCode);
  }

  public String getAllowedAddresses() {
    return allowedAddresses;
  }

  public void setAllowedAddresses(@Nullable String allowedAddresses) {
    this.allowedAddresses = orEmpty(allowedAddresses);
  }
}
