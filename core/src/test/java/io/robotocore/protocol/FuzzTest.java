package io.robotocore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.robotocore.model.AwsModels;
import io.robotocore.model.ListShape;
import io.robotocore.model.Location;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.model.TimestampFormat;
import io.robotocore.roundtrip.Samples;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random shapes and values of AWS's models come back, and random bytes do no harm. */
class FuzzTest {

  private static final Set<ProtocolId> XML =
      Set.of(ProtocolId.AWS_QUERY, ProtocolId.EC2_QUERY, ProtocolId.REST_XML);
  private static final int SHAPES = 20_000;
  private static final int REQUESTS = 200;
  private static final int MUTATIONS = 150;

  private final Random random = new Random(4711);

  @Test
  void roundTrip_randomShapesAndValues_comeBack() {
    List<String> services = AwsModels.load().ids();
    int cases = 0;
    for (int i = 0; i < SHAPES; i++) {
      ServiceModel service = service(services.get(random.nextInt(services.size())));
      Optional<StructureShape> shape = structure(service);
      if (shape.isPresent()) {
        Binding binding = new DocumentBinding(shape.get());
        Object value = new Samples(i, 2).structure(binding);
        boolean xml = XML.contains(service.protocols().get(0));
        for (Dialect dialect : xml ? new Dialect[0] : Dialect.values()) {
          byte[] bytes = JsonWriter.write(dialect, json -> json.members(binding, value));
          assertThat(JsonReader.read(dialect, bytes, binding)).as("%s", dialect).isEqualTo(value);
          cases++;
        }
        if (xml) {
          assertThat(XmlReader.read(xml(binding, value), Texts.LENIENT, binding)).isEqualTo(value);
          cases++;
        }
      }
    }
    System.out.printf("Random shapes and values: %d round trips%n", cases);
    assertThat(cases).isGreaterThan(40_000);
  }

  private static byte[] xml(Binding binding, Object value) {
    XmlWriter xml = new XmlWriter("<?xml version=\"1.0\"?>").begin("Root");
    new XmlValues(xml, Texts.LENIENT).structure(binding, value);
    return xml.close("Root").toBytes();
  }

  private Optional<StructureShape> structure(ServiceModel service) {
    List<String> names = new ArrayList<>(service.shapeNames());
    Shape shape = service.shape(names.get(random.nextInt(names.size())));
    return shape instanceof StructureShape structure
            && structure.type() == ShapeType.STRUCTURE
            && !structure.eventStream()
            && hasNamesApart(structure)
            && structure.members().stream().anyMatch(member -> Samples.isSampled(member, 0, 2))
        ? Optional.of(structure)
        : Optional.empty();
  }

  /** Three shapes of S3 have a deprecated member beside the list that goes by the same name. */
  private static boolean hasNamesApart(StructureShape shape) {
    long names = shape.members().stream().map(Member::wireName).distinct().count();
    return names == shape.size();
  }

  @ParameterizedTest
  @EnumSource(ProtocolId.class)
  void mutation_ofValidRequests_isReadOrRefused(ProtocolId protocol) {
    List<String> services =
        AwsModels.load().ids().stream()
            .filter(id -> service(id).protocols().contains(protocol))
            .toList();
    int refused = 0;
    int read = 0;
    for (int i = 0; i < REQUESTS; i++) {
      ServiceModel service = service(services.get(random.nextInt(services.size())));
      List<String> names = new ArrayList<>(service.operationNames());
      OperationModel operation =
          service.operation(names.get(random.nextInt(names.size()))).orElseThrow();
      Sent sent = sent(protocol, operation, i);
      assertThat(isRead(sent)).as("%s %s", protocol, operation).isTrue();
      for (int j = 0; j < MUTATIONS; j++) {
        if (isRead(mutated(sent))) {
          read++;
        } else {
          refused++;
        }
      }
    }
    System.out.printf("Random bytes, %-12s %d read, %d refused%n", protocol, read, refused);
    assertThat(read + refused).isEqualTo(REQUESTS * MUTATIONS);
    assertThat(refused).isPositive();
  }

  private record Sent(Route route, HttpRequest request) {}

  private static boolean isRead(Sent sent) {
    Binding input = new DocumentBinding(sent.route.operation().input());
    try {
      assertThat(Protocol.of(sent.route.protocol()).read(sent.route, sent.request, input))
          .isNotNull();
      return true;
    } catch (WireException e) {
      assertThat(e.code()).isNotEmpty();
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      String body = new String(sent.request.body().bytes(), StandardCharsets.ISO_8859_1);
      return fail(sent.route.operation() + " does not refuse " + body, e);
    }
  }

  private static ServiceModel service(String id) {
    return AwsModels.load().service(id).orElseThrow();
  }

  private static Sent sent(ProtocolId protocol, OperationModel operation, int seed) {
    Binding binding = new DocumentBinding(operation.input());
    Map<?, ?> input = (Map<?, ?>) new Samples(seed, 2).structure(binding);
    Map<String, String> labels = new LinkedHashMap<>();
    StringBuilder query = new StringBuilder();
    Headers.Builder headers = Headers.builder();
    if (protocol.isRest()) {
      Texts texts = protocol == ProtocolId.REST_JSON ? Texts.STRICT : Texts.LENIENT;
      binding.forEach(
          input,
          (member, value) -> {
            if (member.target() instanceof ListShape || member.target() instanceof MapShape) {
              return;
            }
            boolean header = member.location() == Location.HEADER;
            TimestampFormat format = header ? TimestampFormat.RFC822 : TimestampFormat.ISO8601;
            switch (member.location()) {
              case URI -> labels.put(member.wireName(), texts.format(member, value, format));
              case QUERY ->
                  query
                      .append(member.wireName())
                      .append('=')
                      .append(encoded(texts.format(member, value, format)))
                      .append('&');
              case HEADER ->
                  headers.add(
                      member.wireName(),
                      member.jsonValue() ? "e30=" : texts.format(member, value, format));
              default -> {}
            }
          });
    }
    if (protocol.isQuery()) {
      headers.add("Content-Type", "application/x-www-form-urlencoded");
    }
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/",
            query.toString(),
            headers.build(),
            Body.of(body(protocol, binding, input)));
    return new Sent(new Route(operation, protocol, "/", labels, Optional.empty()), request);
  }

  private static byte[] body(ProtocolId protocol, Binding binding, Map<?, ?> input) {
    Optional<Member> payload = binding.shape().payload();
    if (protocol.isRest() && payload.isPresent()) {
      Member member = payload.get();
      return member.target() instanceof StructureShape structure
              && structure.type() == ShapeType.STRUCTURE
              && input.containsKey(member.name())
          ? tree(protocol, binding.of(member), input.get(member.name()))
          : new byte[0];
    }
    if (protocol.isQuery()) {
      StringBuilder form = new StringBuilder("Action=A");
      form(form, "", binding.shape(), input, protocol == ProtocolId.EC2_QUERY);
      return form.toString().getBytes(StandardCharsets.UTF_8);
    }
    return tree(protocol, binding, input);
  }

  private static byte[] tree(ProtocolId protocol, Binding binding, Object value) {
    Dialect dialect =
        switch (protocol) {
          case REST_JSON -> Dialect.STRICT_JSON;
          case RPC_V2_CBOR -> Dialect.CBOR;
          case AWS_CBOR_1_1 -> Dialect.CBOR_MILLIS;
          default -> Dialect.JSON;
        };
    return protocol == ProtocolId.REST_XML
        ? xml(binding, value)
        : JsonWriter.write(dialect, json -> json.members(binding, value));
  }

  private static void form(
      StringBuilder form, String prefix, StructureShape shape, Map<?, ?> value, boolean ec2) {
    value.forEach(
        (name, content) -> {
          Member member = shape.member((String) name).orElseThrow();
          field(form, prefix + (ec2 ? member.ec2Name() : member.xmlName()), member, content, ec2);
        });
  }

  private static void field(
      StringBuilder form, String name, Member member, Object value, boolean ec2) {
    Shape target = member.target();
    boolean flat = ec2 || member.flattened();
    if (target instanceof StructureShape structure) {
      form(form, name + ".", structure, (Map<?, ?>) value, ec2);
    } else if (target instanceof ListShape list) {
      int number = 1;
      for (Object entry : (List<?>) value) {
        String element = flat ? "" : "." + list.member().xmlName();
        field(form, name + element + "." + number++, list.member(), entry, ec2);
      }
    } else if (target instanceof MapShape map) {
      int number = 1;
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        String element = name + (flat ? "." : ".entry.") + number++ + ".";
        field(form, element + map.key().xmlName(), map.key(), entry.getKey(), ec2);
        field(form, element + map.value().xmlName(), map.value(), entry.getValue(), ec2);
      }
    } else {
      String text = Texts.LENIENT.format(member, value, TimestampFormat.ISO8601);
      form.append('&').append(name).append('=').append(encoded(text));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Sent mutated(Sent sent) {
    HttpRequest request = sent.request;
    Headers.Builder headers = Headers.builder();
    request
        .headers()
        .forEach(
            (name, value) ->
                headers.add(name, name.equals("Content-Type") ? value : mutated(value)));
    Map<String, String> labels = new LinkedHashMap<>();
    sent.route.labels().forEach((name, value) -> labels.put(name, mutated(value)));
    Route route =
        new Route(sent.route.operation(), sent.route.protocol(), "/", labels, Optional.empty());
    return new Sent(
        route,
        new HttpRequest(
            "POST",
            "/",
            mutated(request.query()),
            headers.build(),
            Body.of(mutated(request.body().bytes()))));
  }

  private String mutated(String text) {
    boolean often = random.nextInt(3) == 0;
    return often
        ? new String(
            mutated(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1)
        : text;
  }

  private byte[] mutated(byte[] bytes) {
    byte[] mutated = bytes;
    for (int i = random.nextInt(3); i >= 0 && mutated.length > 0; i--) {
      mutated = mutatedOnce(mutated, random.nextInt(mutated.length));
    }
    return mutated;
  }

  private byte[] mutatedOnce(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    switch (random.nextInt(6)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt(256);
      case 2 -> copy[at] = (byte) "{}[]<>&=.,:\"0-9e%;/!\\\0".charAt(random.nextInt(22));
      case 3 -> {
        return Arrays.copyOf(copy, at);
      }
      case 4 -> {
        int end = Math.min(copy.length, at + 1 + random.nextInt(20));
        return joined(Arrays.copyOf(copy, at), Arrays.copyOfRange(copy, end, copy.length));
      }
      default -> {
        byte[] twice = Arrays.copyOf(copy, Math.min(copy.length, at + 1 + random.nextInt(60)));
        return joined(twice, Arrays.copyOfRange(copy, at, copy.length));
      }
    }
    return copy;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
