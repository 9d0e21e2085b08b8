package org.jingzhun.chassis.data;

import java.util.List;

/** Tables that are alike and no beans each. Implementations are CDI beans. */
public interface DataTableGroup {

    List<? extends DataTable<?>> tables();
}
