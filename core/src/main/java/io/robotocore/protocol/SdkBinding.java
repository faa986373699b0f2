package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Structures as objects of the AWS SDK's classes, whose {@link SdkField}s say how to get and set
 * each member.
 *
 * <p>Members that the SDK class at hand does not have (an older SDK release, a streaming body) are
 * passed over.
 */
public final class SdkBinding implements Binding {

  private final StructureShape shape;
  private final Supplier<SdkPojo> newBuilder;
  private final @Nullable SdkField<?>[] fields;
  private final AtomicReferenceArray<@Nullable Binding> inner;
  private final ConcurrentMap<String, SdkBinding> known;

  private SdkBinding(
      StructureShape shape, Supplier<SdkPojo> newBuilder, ConcurrentMap<String, SdkBinding> known) {
    this.shape = shape;
    this.newBuilder = newBuilder;
    this.known = known;
    this.fields = fieldsByMember(shape, newBuilder.get().sdkFields());
    this.inner = new AtomicReferenceArray<>(fields.length);
  }

  /**
   * The binding of a structure shape to an SDK class.
   *
   * @param shape the structure
   * @param newBuilder makes an empty builder of the SDK class
   */
  public static SdkBinding of(StructureShape shape, Supplier<SdkPojo> newBuilder) {
    return new SdkBinding(shape, newBuilder, new ConcurrentHashMap<>());
  }

  private static @Nullable SdkField<?>[] fieldsByMember(
      StructureShape shape, List<SdkField<?>> sdkFields) {
    Map<String, SdkField<?>> byName = new HashMap<>();
    sdkFields.forEach(field -> byName.put(field.memberName(), field));
    @Nullable SdkField<?>[] fields = new SdkField<?>[shape.members().size()];
    for (Member member : shape.members()) {
      fields[member.index()] = byName.get(SdkNames.of(shape, member));
    }
    return fields;
  }

  @Override
  public StructureShape shape() {
    return shape;
  }

  @Override
  public Object builder() {
    return newBuilder.get();
  }

  @Override
  public void set(Object builder, Member member, Object value) {
    @Nullable SdkField<?> field = fields[member.index()];
    if (field != null) {
      field.set(builder, value);
    }
  }

  @Override
  public Map<String, @Nullable Object> newMap() {
    return new Entries();
  }

  @Override
  public Object build(Object builder) {
    return ((Buildable) builder).build();
  }

  @Override
  public void forEach(Object value, BiConsumer<Member, Object> consumer) {
    List<Member> members = shape.members();
    for (int i = 0; i < fields.length; i++) {
      @Nullable Object content = content(value, fields[i]);
      if (content != null) {
        consumer.accept(members.get(i), content);
        if (shape.union()) {
          return;
        }
      }
    }
  }

  @Override
  public Optional<Object> get(Object value, Member member) {
    return Optional.ofNullable(content(value, fields[member.index()]));
  }

  private static @Nullable Object content(Object value, @Nullable SdkField<?> field) {
    if (field == null) {
      return null;
    }
    @Nullable Object content = field.getValueOrDefault(value);
    return content instanceof SdkAutoConstructList || content instanceof SdkAutoConstructMap
        ? null
        : content;
  }

  @Override
  public Binding of(Member member) {
    @Nullable Binding found = inner.get(member.index());
    if (found == null) {
      found = bindingInside(member);
      inner.set(member.index(), found);
    }
    return found;
  }

  private Binding bindingInside(Member member) {
    @Nullable SdkField<?> field = fields[member.index()];
    if (field == null
        || !(Leaf.of(member.target()) instanceof StructureShape structure)
        || structure.isDocument()) {
      return this;
    }
    Supplier<SdkPojo> constructor = innermost(field).constructor();
    @Nullable SdkBinding present = known.get(structure.name());
    if (present != null) {
      return present;
    }
    SdkBinding made = new SdkBinding(structure, constructor, known);
    @Nullable SdkBinding first = known.putIfAbsent(structure.name(), made);
    return first == null ? made : first;
  }

  private static SdkField<?> innermost(SdkField<?> field) {
    SdkField<?> leaf = field;
    while (true) {
      if (leaf.containsTrait(ListTrait.class)) {
        leaf = leaf.getTrait(ListTrait.class).memberFieldInfo();
      } else if (leaf.containsTrait(MapTrait.class)) {
        leaf = leaf.getTrait(MapTrait.class).valueFieldInfo();
      } else {
        return leaf;
      }
    }
  }
}
