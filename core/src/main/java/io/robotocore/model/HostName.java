package io.robotocore.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a request's host says: {@code sqs.eu-west-1.amazonaws.com}, {@code photos.s3.amazonaws.com},
 * {@code photos.localhost:4566}.
 *
 * @param name the name below AWS's domain, or below one that leads to this machine; empty for any
 *     other host
 * @param services the services that live there; empty when the host does not say
 * @param prefix what stands before the service, such as a bucket
 * @param userEndpoint the id of the service through which users deploy what lives there; empty for
 *     AWS's own endpoints
 * @param ofAws whether the domain is AWS's
 */
record HostName(
    String name, List<IndexEntry> services, String prefix, String userEndpoint, boolean ofAws) {

  private static final HostName SILENT = new HostName("", List.of(), "", "", false);

  /** As in {@code us-east-1} and {@code us-gov-west-1}. */
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

  private static final List<String> AWS_DOMAINS =
      List.of(
          ".amazonaws.com",
          ".amazonaws.com.cn",
          ".api.aws",
          ".on.aws",
          ".api.amazonwebservices.com.cn");

  /** Domains of which every name leads to this machine. */
  private static final List<String> LOCAL_DOMAINS =
      List.of(".localhost", ".localhost.localstack.cloud");

  /** Host names, and the endpoint prefix of a service that answers there under another one. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          // https://docs.aws.amazon.com/general/latest/gr/sqs-service.html, legacy endpoints
          "queue", "sqs",
          // https://docs.aws.amazon.com/general/latest/gr/s3.html
          "s3-accelerate", "s3",
          "s3-accesspoint", "s3",
          "s3-external-1", "s3",
          "s3-object-lambda", "s3",
          // https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsREST.html
          "s3-outposts", "s3",
          "s3express-control", "s3");

  /** Host names of what users deploy, and the service with which they do it. */
  private static final Map<String, String> USER_ENDPOINTS =
      Map.of(
          "appsync-api", "appsync",
          "execute-api", "apigateway",
          "lambda-url", "lambda",
          "s3-website", "s3");

  static HostName of(String host, ServiceIndex index) {
    String name = withoutPort(host).toLowerCase(Locale.ROOT);
    for (String domain : AWS_DOMAINS) {
      if (name.endsWith(domain)) {
        return below(name.substring(0, name.length() - domain.length()), index, true);
      }
    }
    for (String domain : LOCAL_DOMAINS) {
      if (name.endsWith(domain)) {
        return below(name.substring(0, name.length() - domain.length()), index, false);
      }
    }
    return SILENT;
  }

  /** Whether this service lives there. */
  boolean isOf(String id) {
    for (IndexEntry service : services) {
      if (service.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPort(String host) {
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static HostName below(String name, ServiceIndex index, boolean ofAws) {
    String place = withoutRegion(name);
    int start = 0;
    do {
      String prefix = start == 0 ? "" : place.substring(0, start - 1);
      String endpoint = withoutVariant(place.substring(start));
      List<IndexEntry> services = named(endpoint, index);
      String userEndpoint = USER_ENDPOINTS.getOrDefault(endpoint, "");
      if (!services.isEmpty() || !userEndpoint.isEmpty()) {
        return new HostName(name, services, prefix, userEndpoint, ofAws);
      }
      start = place.indexOf('.', start) + 1;
    } while (start > 0);
    return new HostName(name, List.of(), "", "", ofAws);
  }

  private static List<IndexEntry> named(String endpoint, ServiceIndex index) {
    if (endpoint.startsWith("s3express-")) {
      return index.hostedAs("s3");
    }
    List<IndexEntry> services = new ArrayList<>(index.hostedAs(endpoint));
    services.addAll(index.hostedAs(OTHER_NAMES.getOrDefault(endpoint, "")));
    return services;
  }

  /** Takes the region off the end, and what says in which variant of the network it is. */
  private static String withoutRegion(String name) {
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    return dot > 0 && (isRegion(last) || last.equals("dualstack") || last.equals("fips"))
        ? withoutRegion(name.substring(0, dot))
        : name;
  }

  /** The endpoint without {@code -fips} and, as S3 has it, without a region behind a dash. */
  private static String withoutVariant(String endpoint) {
    if (endpoint.endsWith("-fips")) {
      return endpoint.substring(0, endpoint.length() - "-fips".length());
    }
    for (String s3 : List.of("s3-website", "s3")) {
      if (endpoint.startsWith(s3.concat("-")) && isRegion(endpoint.substring(s3.length() + 1))) {
        return s3;
      }
    }
    return endpoint;
  }

  private static boolean isRegion(String label) {
    return REGION.matcher(label).matches();
  }
}
