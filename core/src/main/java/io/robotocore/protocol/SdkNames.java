package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.Map;

/** The few members whose name in the SDK's classes is not the model's. */
final class SdkNames {

  /** SDK member name by shape and member of the model. */
  private static final Map<String, String> DIFFERENT = Map.of();

  private SdkNames() {}

  static String of(StructureShape shape, Member member) {
    return DIFFERENT.getOrDefault(shape.name() + "." + member.name(), member.name());
  }
}
