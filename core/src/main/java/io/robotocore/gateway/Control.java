package io.robotocore.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.robotocore.Fidelity;
import io.robotocore.model.AwsModels;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The emulator's own paths, for clients that are not in this JVM.
 *
 * @param services the services there are
 * @param models their models
 * @param reset empties every account and region
 */
record Control(Services services, AwsModels models, Runnable reset) {

  static final String PREFIX = "/_robotocore/";

  HttpResponse answer(HttpRequest request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /_robotocore/health" -> json(200, health());
      case "POST /_robotocore/state/reset" -> {
        reset.run();
        yield new HttpResponse(204, Headers.none(), Body.EMPTY);
      }
      default ->
          json(
              404,
              "{\"message\":\"There are GET /_robotocore/health and POST /_robotocore/state/reset\"}");
    };
  }

  private String health() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("status", "running");
      json.writeObjectFieldStart("services");
      for (String id : services.ids()) {
        ServiceModel model = models.service(id).orElseThrow();
        json.writeObjectFieldStart(id);
        json.writeStringField("version", model.apiVersion());
        json.writeStringField("fidelity", Fidelity.EMULATED.name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static HttpResponse json(int status, String text) {
    return new HttpResponse(status, Headers.of("Content-Type", "application/json"), Body.of(text));
  }
}
