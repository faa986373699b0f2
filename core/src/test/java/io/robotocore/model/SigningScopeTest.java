package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningScopeTest {

  private static Optional<SigningScope> ofHeader(String authorization) {
    return SigningScope.of(TestRequest.of("GET /").with("authorization", authorization).build());
  }

  @Test
  void of_headerOfVersion4_hasAllParts() {
    assertThat(
            ofHeader(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=host,"
                    + " Signature=5d67"))
        .contains(new SigningScope("AKIDEXAMPLE", "20150830", "us-east-1", "iam"));
  }

  @Test
  void of_headerWithoutSpacesAndInOtherOrder_isUnderstood() {
    assertThat(
            ofHeader(
                "AWS4-HMAC-SHA256 SignedHeaders=host,Credential=A/20150830/eu-west-1/sqs/aws4_request,Signature=5"))
        .contains(new SigningScope("A", "20150830", "eu-west-1", "sqs"));
  }

  @Test
  void of_keyWithSlashes_isReadFromTheEnd() {
    assertThat(ofHeader("AWS4-HMAC-SHA256 Credential=a/b/c/20150830/eu-west-1/sqs/aws4_request"))
        .contains(new SigningScope("a/b/c", "20150830", "eu-west-1", "sqs"));
  }

  @Test
  void of_headerOfVersion4a_takesTheFirstRegionOfItsSet() {
    TestRequest request =
        TestRequest.of("GET /")
            .with(
                "Authorization",
                "AWS4-ECDSA-P256-SHA256 Credential=AKID/20150830/s3/aws4_request, Signature=30");
    assertThat(SigningScope.of(request.with("X-Amz-Region-Set", "eu-west-1,us-east-1").build()))
        .contains(new SigningScope("AKID", "20150830", "eu-west-1", "s3"));
    assertThat(SigningScope.of(request.with("X-Amz-Region-Set", "*").build()))
        .contains(new SigningScope("AKID", "20150830", "", "s3"));
  }

  @Test
  void of_headerOfVersion2_hasTheKeyOnly() {
    assertThat(ofHeader("AWS AKIDEXAMPLE:frJIUN8DYpKDtOLCwo=="))
        .contains(new SigningScope("AKIDEXAMPLE", "", "", ""));
  }

  @Test
  void of_presignedQuery_isDecoded() {
    assertThat(
            SigningScope.of(
                TestRequest.of(
                        "GET /a?X-Amz-Algorithm=x&X-Amz-Credential=AKID%2F20150830%2Fus-west-2%2Fs3%2Faws4_request")
                    .build()))
        .contains(new SigningScope("AKID", "20150830", "us-west-2", "s3"));
    assertThat(
            SigningScope.of(
                TestRequest.of("GET /a?AWSAccessKeyId=AKID&Signature=b&Expires=1").build()))
        .contains(new SigningScope("AKID", "", "", ""));
  }

  @Test
  void of_unsignedRequest_isEmpty() {
    assertThat(SigningScope.of(TestRequest.of("GET /?acl").build())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "Bearer eyJhbGciOiJIUzI1NiJ9",
        "Basic dXNlcjpwYXNz",
        "AWS",
        "AWS ",
        "AWS :",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=",
        "AWS4-HMAC-SHA256 Credential=aws4_request",
        "AWS4-HMAC-SHA256 Credential=/aws4_request",
        "AWS4-HMAC-SHA256 Credential=////aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKID/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKID/20150830//sqs/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/eu-west-1//aws4_request",
        "AWS4-HMAC-SHA256 Credential=/20150830/eu-west-1/sqs/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/eu-west-1/sqs/aws3_request",
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/eu-west-1/sqs",
        "AWS4-HMAC-SHA256 Signature=5d67",
      })
  void of_malformedHeader_isEmpty(String authorization) {
    assertThat(ofHeader(authorization)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Credential",
        "X-Amz-Credential=%",
        "X-Amz-Credential=%2F%2F",
        "AWSAccessKeyId=",
        "&&=&"
      })
  void of_malformedQuery_isEmpty(String query) {
    assertThat(SigningScope.of(TestRequest.of("GET /?" + query).build())).isEmpty();
  }
}
