package org.jingzhun.chassis.sealing;

import java.util.List;

/** A bean that names columns with sealed data: those that a rotation of keys must pass through. */
public interface SealedColumns {

    List<SealedColumn> list();
}
