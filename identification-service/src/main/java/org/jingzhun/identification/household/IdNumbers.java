package org.jingzhun.identification.household;

import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FieldType;
import org.jingzhun.chassis.bulk.InvalidValue;
import org.jingzhun.identification.household.identity.NumberFault;
import org.jingzhun.identification.household.identity.ResidentId;

/** The field of imports that names a person; what is wrong with a number is told by the code of its fault alone. */
public final class IdNumbers {

    private IdNumbers() {}

    /** Never staged. */
    public static Field<ResidentId> field(String name) {
        return Field.of(name, new IdNumberType()).notStaged();
    }

    private record IdNumberType() implements FieldType<ResidentId> {

        @Override
        public ResidentId ofText(String text) throws InvalidValue {
            return switch (ResidentId.read(text)) {
                case ResidentId.Reading.Read(ResidentId id) -> id;
                case ResidentId.Reading.Faulty(NumberFault fault) -> throw new InvalidValue(fault.code());
            };
        }

        @Override
        public CellType<ResidentId> cell() {
            throw new IllegalStateException("an id number must not be staged");
        }
    }
}
