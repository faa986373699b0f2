package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.state.Blob;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * An upload of a file by a form in a browser's page.
 *
 * @param s3 the call
 * @param request the request that the browser has sent
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST
 *     Object</a>
 */
record BrowserUpload(S3 s3, SdkHttpFullRequest request) {

  private static final String META = "x-amz-meta-";

  static boolean isOne(SdkHttpFullRequest request) {
    return request.method() == SdkHttpMethod.POST && UploadForm.isOne(request);
  }

  HttpExecuteResponse answer() {
    UploadForm form = UploadForm.of(request, s3.call().blobs());
    S3 sender = new S3(FormSignature.of(form).signer(s3.call()), s3.state());
    String bucketName = Browsers.bucketName(request);
    String key =
        form.field("key").filter(text -> !text.isEmpty()).orElseThrow(BrowserUpload::noKey);
    form.field("policy")
        .ifPresent(text -> UploadPolicy.of(text).check(form, bucketName, s3.call().now()));
    PutObjectRequest put = put(form, bucketName, key);
    Address at = new Address(sender.bucket(put, "s3:PutObject"), key);
    Blob file = form.file();
    if (file.length() > Puts.MAX_PUT) {
      throw ObjectError.entityTooLarge(file.length(), Puts.MAX_PUT);
    }
    StoredObject draft = sender.draft(at, put);
    Content content =
        sender.sealed(Content.of(file, ObjectChecksum.sent(put)), draft.storage().encryption());
    StoredObject stored =
        sender.store(at, draft.with(content), WriteConditions.of(put), "ObjectCreated:Post");
    return answer(form, at, stored);
  }

  private static RuntimeException noKey() {
    return S3Error.invalidArgument(
        "Bucket POST must contain a field named 'key'.  "
            + "If it is specified, please check the order of the fields.",
        Map.of("ArgumentName", "key", "ArgumentValue", ""));
  }

  private PutObjectRequest put(UploadForm form, String bucket, String key) {
    PutObjectRequest.Builder put = PutObjectRequest.builder();
    Map<String, String> metadata = new HashMap<>();
    form.type().ifPresent(put::contentType);
    for (String name : put.sdkFieldNameToField().keySet()) {
      form.field(name.equals("x-amz-acl") ? "acl" : name.toLowerCase(Locale.ROOT))
          .ifPresent(value -> Members.set(put, name, value));
    }
    form.fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith(META)) {
                metadata.put(name.substring(META.length()), value);
              }
            });
    form.field("tagging").map(TaggingDocument::header).ifPresent(put::tagging);
    return put.bucket(bucket).key(key).metadata(metadata).build();
  }

  private HttpExecuteResponse answer(UploadForm form, Address at, StoredObject stored) {
    SdkHttpResponse.Builder response =
        SdkHttpResponse.builder()
            .putHeader("ETag", stored.content().quotedEtag())
            .putHeader("Location", location(at))
            .putHeader("x-amz-request-id", s3.call().requestId());
    stored
        .storage()
        .encryption()
        .headers()
        .forEach((name, value) -> response.putHeader(name, value.toString()));
    Reading.shownId(at.bucket(), stored)
        .ifPresent(id -> response.putHeader("x-amz-version-id", id));
    Optional<URI> next =
        form.field("success_action_redirect")
            .or(() -> form.field("redirect"))
            .flatMap(BrowserUpload::uri);
    if (next.isPresent()) {
      String query =
          "bucket=%s&key=%s&etag=%s"
              .formatted(
                  encoded(at.bucket().name()),
                  encoded(at.key()),
                  encoded(stored.content().quotedEtag()));
      String mark = next.get().getRawQuery() == null ? "?" : "&";
      return empty(response.statusCode(303).putHeader("Location", next.get() + mark + query));
    }
    return switch (form.field("success_action_status").orElse("204")) {
      case "200" -> empty(response.statusCode(200));
      case "201" -> told(response.statusCode(201), at, stored);
      default -> empty(response.statusCode(204));
    };
  }

  private String location(Address at) {
    return s3.call().home() + "/" + at.bucket().name() + "/" + encoded(at.key());
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text)).filter(URI::isAbsolute);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpExecuteResponse empty(SdkHttpResponse.Builder response) {
    return HttpExecuteResponse.builder()
        .response(response.putHeader("Content-Length", "0").build())
        .build();
  }

  private HttpExecuteResponse told(
      SdkHttpResponse.Builder response, Address at, StoredObject stored) {
    byte[] text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <PostResponse><Location>%s</Location><Bucket>%s</Bucket><Key>%s</Key><ETag>%s</ETag></PostResponse>"""
            .formatted(
                Page.escaped(location(at)),
                at.bucket().name(),
                Page.escaped(at.key()),
                Page.escaped(stored.content().quotedEtag()))
            .getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            response
                .putHeader("Content-Type", "application/xml")
                .putHeader("Content-Length", Integer.toString(text.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(text)))
        .build();
  }
}
