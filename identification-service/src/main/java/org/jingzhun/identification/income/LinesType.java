package org.jingzhun.identification.income;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.FieldType;
import org.jingzhun.chassis.bulk.InvalidValue;
import org.jingzhun.identification.income.computing.Line;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/**
 * Reads stated incomes: in JSON objects with item and amount, in CSV {@code item:amount} separated by blanks.
 */
record LinesType() implements FieldType<List<Line>> {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_ITEM = 40;
    private static final Pattern AMOUNT = Pattern.compile(Yuan.PATTERN);

    @Override
    public List<Line> ofText(String text) throws InvalidValue {
        List<Line> lines = new ArrayList<>();
        for (String each : text.strip().split("\\s+")) {
            int colon = each.indexOf(':');
            if (colon < 0) {
                throw new InvalidValue("income-lines-format");
            }
            lines.add(line(each.substring(0, colon), each.substring(colon + 1)));
        }
        return limited(lines);
    }

    @Override
    public List<Line> ofJson(JsonParser parser) throws IOException, InvalidValue {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidValue("income-lines-format");
        }
        List<Line> lines = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new InvalidValue("income-lines-format");
            }
            lines.add(object(parser));
        }
        return limited(lines);
    }

    private static Line object(JsonParser parser) throws IOException, InvalidValue {
        @Nullable String item = null;
        @Nullable String amount = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new InvalidValue("income-lines-format");
            }
            switch (name) {
                case "item" -> item = parser.getText();
                case "amount" -> amount = parser.getText();
                default -> throw new InvalidValue("income-lines-format");
            }
        }
        if (item == null || amount == null) {
            throw new InvalidValue("income-lines-format");
        }
        return line(item, amount);
    }

    private static Line line(String item, String amount) throws InvalidValue {
        if (item.isEmpty() || item.length() > LONGEST_ITEM) {
            throw new InvalidValue("income-lines-format");
        }
        if (!AMOUNT.matcher(amount).matches()) {
            throw new InvalidValue("not-money");
        }
        return new Line(item, Yuan.toFen(amount));
    }

    private static List<Line> limited(List<Line> lines) throws InvalidValue {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new InvalidValue("income-lines-format");
        }
        return lines;
    }

    @Override
    public CellType<List<Line>> cell() {
        throw new IllegalStateException("lines are staged as their items, their amounts and the net income");
    }
}
