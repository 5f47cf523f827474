package dev.poolkeeper.tests.deploy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what fabric8's model has no field for; a real API server would refuse or drop it. */
final class UnknownFields {

  private static final String MODEL = "io.fabric8.kubernetes.api.model";

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** The paths of all unknown fields of an object. */
  static List<String> of(String name, Object object) {
    UnknownFields fields = new UnknownFields();
    fields.visit(name, object);
    return List.copyOf(fields.found);
  }

  private void visit(String path, Object value) {
    if (value instanceof GenericKubernetesResource) {
      return; // of an add-on, which the model does not know
    }
    if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        visit(path + "[" + index + "]", list.get(index));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> visit(path + "." + key, one));
    } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
      for (Method getter : value.getClass().getMethods()) {
        if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
          field(path, value, getter);
        }
      }
    }
  }

  private void field(String path, Object owner, Method getter) {
    Object value;
    try {
      value = getter.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
    String name = getter.getName().substring(3);
    if (!name.equals("AdditionalProperties")) {
      visit(path + "." + name, value);
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> found.add(path + "." + key));
    }
  }
}
