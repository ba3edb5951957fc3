// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Events in RowBinary, as the server of an archive sends them: every row is an event with valid texts or refused with a
// sentence, nothing is read after an error, and values of any types end with the bytes.

#include "models/archive/archiverow.h"
#include "models/archive/recordcolumns.h"
#include "models/archive/rowbinary.h"
#include "models/core/field.h"
#include "models/json/utf8.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Trailglass;

using Fuzz::require;

namespace {

void checkRecord(const EventRecord &record)
{
    const auto id = ArchiveRow::of(record.row).id();
    require(id && *id == record.row, "a row has one number");
    std::string scratch;
    for (const Field field : allFields()) {
        if (field != Field::Raw)
            require(isValidUtf8(fieldText(record, field, scratch)), "texts are valid UTF-8");
    }
}

void readRecords(std::string_view bytes, bool withRaw)
{
    RowBinaryReader reader(bytes);
    while (!reader.atEnd()) {
        const auto record = readRecord(reader, withRaw);
        Fuzz::reached(record ? "read" : "refused");
        if (!record) {
            const bool isCut = !reader.check().hasValue();
            require(record.error().kind == (isCut ? ErrorKind::Malformed : ErrorKind::Unsupported),
                    "what is cut off is damage, else it is a value that is not known");
            require(!record.error().message.isEmpty(), "an error is a sentence");
            return;
        }
        checkRecord(*record);
    }
    require(reader.check().hasValue(), "rows that end with the bytes are whole");
}

void readValues(std::string_view bytes)
{
    RowBinaryReader reader(bytes);
    std::vector<std::string_view> texts;
    while (!reader.atEnd()) {
        const quint8 type = reader.readUInt8() % 4;
        if (type == 0)
            reader.readTexts(texts);
        else if (type == 1)
            texts = {reader.readText()};
        else if (type == 2)
            require(reader.readInt64() == 0 || reader.check().hasValue(), "a broken number reads as 0");
        else
            require(reader.readUInt32() == 0 || reader.check().hasValue(), "a broken number reads as 0");
        for (const std::string_view text : texts) {
            require(text.empty()
                        || (text.data() >= bytes.data()
                            && text.data() + text.size() <= bytes.data() + bytes.size()),
                    "texts are parts of the bytes");
        }
    }
    require(reader.check().hasValue() || reader.readText().empty(), "nothing is read after an error");
}

} // namespace

/// The first byte says whether there is raw JSON, the rest are rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    if (input.empty())
        return 0;
    readRecords(input.substr(1), input.front() % 2 == 0);
    readValues(input);
    return 0;
}
