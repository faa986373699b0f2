package io.robotocore.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models of all AWS services, as they are on the class path. */
public final class AwsModels {

  /**
   * Models never change and are slow to read, so all emulators of a JVM share what one of them has
   * read.
   */
  private static final AwsModels SHARED = new AwsModels();

  private final Map<String, ServiceModel> services = new ConcurrentHashMap<>();
  private @Nullable ServiceIndex index;

  private AwsModels() {}

  /** All models. Nothing is read before it is asked for. */
  public static AwsModels load() {
    return SHARED;
  }

  /** The service of this name: {@code sqs}, {@code dynamodbstreams}, {@code apigatewayv2}. */
  public Optional<ServiceModel> service(String id) {
    @Nullable ServiceModel known = services.get(id);
    return known != null ? Optional.of(known) : read(id);
  }

  private Optional<ServiceModel> read(String id) {
    if (!isName(id)) {
      return Optional.empty();
    }
    try (@Nullable InputStream in =
        AwsModels.class.getResourceAsStream("/aws-models/".concat(id).concat(".json"))) {
      if (in == null) {
        return Optional.empty();
      }
      ServiceModel read = new ServiceModel(id, new ModelText(text(in)));
      @Nullable ServiceModel other = services.putIfAbsent(id, read);
      return Optional.of(other == null ? read : other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static boolean isName(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** The names of all services, sorted. */
  public List<String> ids() {
    return index().ids();
  }

  /** What the router must know of every service. */
  ServiceIndex index() {
    @Nullable ServiceIndex known = index;
    if (known == null) {
      known = readIndex();
      index = known;
    }
    return known;
  }

  private static ServiceIndex readIndex() {
    try (@Nullable InputStream in = AwsModels.class.getResourceAsStream("/aws-models/index")) {
      if (in == null) {
        throw new IllegalStateException("aws-models/index is not on the class path");
      }
      return new ServiceIndex(text(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
