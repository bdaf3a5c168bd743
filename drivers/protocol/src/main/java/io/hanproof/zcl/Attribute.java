package io.hanproof.zcl;

/** An attribute that a cluster's specification defines. */
public interface Attribute {
    int id();

    /** The specification's name in one word, as {@code CurrentFileVersion}. */
    String specName();

    DataType type();
}
