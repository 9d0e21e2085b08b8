package org.jingzhun.identification.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.FieldType;
import org.jingzhun.chassis.bulk.InvalidValue;
import org.jingzhun.identification.scorecard.scoring.AnswerFault;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Reading;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;

/**
 * Reads answers and scores them: in JSON an object with the items of each category, in CSV the codes of all items
 * separated by blanks.
 */
record AnswersType(ScoreTable table) implements FieldType<ScoredSheet> {

    @Override
    public ScoredSheet ofText(String text) throws InvalidValue {
        return scored(
                table.readItems(table.card().version(), List.of(text.strip().split("\\s+"))));
    }

    @Override
    public ScoredSheet ofJson(JsonParser parser) throws IOException, InvalidValue {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidValue("answers-format");
        }
        Map<String, List<String>> answers = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String category = parser.currentName();
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidValue("answers-format");
            }
            List<String> items = new ArrayList<>(4);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    throw new InvalidValue("answers-format");
                }
                items.add(parser.getText());
            }
            if (answers.put(category, items) != null) {
                throw new InvalidValue("answers-format");
            }
        }
        return scored(table.read(table.card().version(), answers));
    }

    private ScoredSheet scored(Reading reading) throws InvalidValue {
        return switch (reading) {
            case Reading.Read(AnswerSheet sheet) -> new ScoredSheet(sheet, table.score(sheet.low(), sheet.high()));
            case Reading.Faulty(List<AnswerFault> faults) -> {
                AnswerFault first = faults.getFirst();
                throw new InvalidValue(first.code(), first.args().toArray());
            }
        };
    }

    @Override
    public CellType<ScoredSheet> cell() {
        throw new IllegalStateException("answers are staged as their bits and their score");
    }
}
