package io.robotocore.services.modeled;

/** A request for a certificate, to be signed. */
final class CertificateRequest {

  /** What openssl asks for www.example.com with, and with data encipherment as the key's use. */
  static final String PEM =
      """
      -----BEGIN CERTIFICATE REQUEST-----
      MIIBUjCB+QIBADA+MQswCQYDVQQGEwJVUzEVMBMGA1UECgwMRXhhbXBsZSBDb3Jw
      MRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMB
      BwNCAAQZBKTWf/gRNB8OQuni3CuSkh5I7Lp7gvx26KA1EUnZyNJLi8eHlvMlnkmY
      Bg6S3/+rgfK0xsjlovpQKPCC7/7NoFkwVwYJKoZIhvcNAQkOMUowSDAnBgNVHREE
      IDAegg93d3cuZXhhbXBsZS5jb22CC2V4YW1wbGUuY29tMAsGA1UdDwQEAwIEEDAQ
      BgNVHSAECTAHMAUGAyoDBDAKBggqhkjOPQQDAgNIADBFAiA/XOA2c4EgF2gTFS6p
      5LiuqVpY7QFDtTFJWCpq14KjrAIhAL/85nWWHTjAnhDp1IMJQIbFgbdJmnBh0y9b
      mRdyb49X
      -----END CERTIFICATE REQUEST-----
      """;

  private CertificateRequest() {}
}
