package org.casebound.fulfillment.studio.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.casebound.domain.definition.TriggerDefinition;

/** Declared names as CEL types: each map of facts is a structure, so that a name nobody declared is an error. */
final class DeclaredTypes implements CelTypeProvider {
  private static final Map<String, CelType> CASE =
      Map.of(
          "id", SimpleType.INT,
          "number", SimpleType.STRING,
          "subject", SimpleType.STRING,
          "status", SimpleType.STRING,
          "priority", SimpleType.STRING,
          "requester", SimpleType.STRING,
          "process", SimpleType.STRING);
  private static final Map<String, CelType> FAULT =
      Map.of("code", SimpleType.STRING, "message", SimpleType.STRING, "element", SimpleType.STRING);

  private final Map<String, CelType> structures = new LinkedHashMap<>();
  private final Map<String, CelType> variables = new LinkedHashMap<>();
  private final Collection<String> names = new TreeSet<>();

  DeclaredTypes(Declarations declared) {
    declared
        .request()
        .ifPresent(
            attributes -> {
              if (declared.filed()) {
                variables.put("case", structure("Case", CASE));
              }
              Map<String, CelType> types = kinds(attributes);
              declared.rows().forEach((name, columns) -> types.put(name, ListType.create(structure("Request." + name + ".Row", kinds(columns)))));
              variables.put("request", structure("Request", types));
            });
    declared.steps().ifPresent(steps -> variables.put("steps", steps(steps)));
    declared
        .variables()
        .ifPresent(vars -> variables.put("vars", structure("Variables", kinds(vars))));
    declared.watched().ifPresent(this::watched);
    if (declared.fault()) {
      variables.put("fault", structure("Fault", FAULT));
    }
    declared.input().ifPresent(inputs -> variables.put("input", structure("Input", kinds(inputs))));
    if (declared.reply()) {
      variables.put("reply", SimpleType.DYN);
    }
  }

  private void watched(Declarations.Watched watched) {
    CelType type =
        variables.getOrDefault(watched.record() == TriggerDefinition.Record.CASE ? "case" : "request", SimpleType.DYN);
    variables.put("record", type);
    if (watched.prior()) {
      variables.put("prior", type);
    }
  }

  private CelType steps(Map<String, Map<String, ValueKind>> steps) {
    Map<String, CelType> types = new LinkedHashMap<>();
    steps.forEach(
        (step, fields) -> {
          Map<String, CelType> members = new LinkedHashMap<>();
          List.of("status", "outcome", "comment", "completedBy").forEach(name -> members.put(name, SimpleType.STRING));
          members.put("data", structure("Step." + step + ".Data", kinds(fields)));
          types.put(step, structure("Step." + step, members));
        });
    return structure("Steps", types);
  }

  private static Map<String, CelType> kinds(Map<String, ValueKind> kinds) {
    Map<String, CelType> types = new LinkedHashMap<>();
    kinds.forEach((name, kind) -> types.put(name, kind.type()));
    return types;
  }

  private StructType structure(String name, Map<String, CelType> members) {
    StructType type =
        StructType.create(
            "casebound." + name, ImmutableSet.copyOf(members.keySet()), f -> Optional.ofNullable(members.get(f)));
    structures.put(type.name(), type);
    members.keySet().forEach(names::add);
    return type;
  }

  CelCompiler compiler() {
    CelCompilerBuilder builder = Dialect.compiler().setTypeProvider(this);
    variables.forEach(builder::addVar);
    return builder.build();
  }

  /** The names that expressions may begin with. */
  Collection<String> roots() {
    return variables.keySet();
  }

  /** Every declared name, for suggestions. */
  Collection<String> names() {
    return names;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(new ArrayList<>(structures.values()));
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structures.get(name));
  }
}
