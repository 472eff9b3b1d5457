package org.casebound.e2e.connector.vendor;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.IndexedRecord;
import jakarta.resource.cci.MappedRecord;
import jakarta.resource.cci.RecordFactory;
import java.util.LinkedHashMap;

/** Makes records. */
public class VendorRecords implements RecordFactory {
  /** A record. */
  public static class Mapped<K, V> extends LinkedHashMap<K, V> implements MappedRecord<K, V> {
    private static final long serialVersionUID = 1L;

    private String name;
    private String description = "";

    Mapped(String name) {
      this.name = name;
    }

    @Override
    public String getRecordName() {
      return name;
    }

    @Override
    public void setRecordName(String newName) {
      name = newName;
    }

    @Override
    public void setRecordShortDescription(String text) {
      description = text;
    }

    @Override
    public String getRecordShortDescription() {
      return description;
    }
  }

  @Override
  public <K, V> MappedRecord<K, V> createMappedRecord(String name) {
    return new Mapped<>(name);
  }

  @Override
  public <E> IndexedRecord<E> createIndexedRecord(String name) throws ResourceException {
    throw new NotSupportedException("only mapped records");
  }
}
