package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of many things.
 *
 * @param scene the call
 * @param resource what they are
 */
record Listing(Scene scene, Resource resource) {

  /** The answer: the page of things that is asked for. */
  Map<String, Object> answer() {
    StructureShape output = scene.operation().output();
    Page<Entity> page = Page.of(scene, new Filters(scene, resource).chosen());
    Map<String, Object> answer = filled(output, page, 0);
    page.continueIn(answer);
    if (Failures.are(scene)) {
      new Failures(scene, resource).tellIn(answer);
    }
    return answer;
  }

  /** A structure with the list that shows the things, itself or in a structure within. */
  private Map<String, Object> filled(StructureShape shape, Page<Entity> page, int depth) {
    Map<String, Object> filled = new LinkedHashMap<>();
    Optional<Member> list = listMember(shape);
    for (Member member : shape.members()) {
      if (list.isPresent() && list.get().equals(member)) {
        filled.put(member.name(), shown(member, page.entries()));
      } else if (list.isEmpty()
          && depth < 2
          && member.target() instanceof StructureShape inner
          && listMember(inner).isPresent()) {
        Map<String, Object> wrapped = filled(inner, page, depth + 1);
        page.describeIn(wrapped, inner);
        filled.put(member.name(), wrapped);
      } else if (member.required()) {
        filled.put(member.name(), scene.values().of(member));
      }
    }
    return filled;
  }

  /** The list of an answer that is about the resource: by its name, else the only one. */
  private Optional<Member> listMember(StructureShape shape) {
    List<Member> lists = new ArrayList<>();
    for (Member member : shape.members()) {
      if (member.target() instanceof ListShape list && isEntry(list) && !TagForms.isOne(member)) {
        lists.add(member);
      }
    }
    return lists.stream().max(Comparator.comparingInt(this::fitness));
  }

  private static boolean isEntry(ListShape list) {
    ShapeType type = list.member().target().type();
    return type == ShapeType.STRUCTURE || type == ShapeType.STRING;
  }

  private int fitness(Member member) {
    String name = Names.canonical(Names.singular(member.name()));
    String noun = resource.canonicalNoun();
    if (name.equals(noun) || Identity.score(name, noun, resource.lastWord()) >= 95) {
      return 4;
    }
    if (name.startsWith(noun) || name.contains(resource.lastWord())) {
      return 3;
    }
    return isStructures(member) ? 2 : 1;
  }

  private static boolean isStructures(Member member) {
    return ((ListShape) member.target()).member().target() instanceof StructureShape;
  }

  private List<Object> shown(Member member, List<Entity> entities) {
    Member element = ((ListShape) member.target()).member();
    return entities.stream().map(entity -> shown(member, element, entity)).toList();
  }

  private Object shown(Member list, Member element, Entity entity) {
    if (element.target() instanceof StructureShape structure) {
      return new Projection(scene, resource, entity).onto(structure);
    }
    boolean arns =
        Names.canonical(list.name()).contains("arn")
            || Names.canonical(element.target().name()).endsWith("arn");
    Object text = arns ? entity.attribute(Entity.ARN).orElse(entity.key().id()) : entity.key().id();
    return text;
  }
}
