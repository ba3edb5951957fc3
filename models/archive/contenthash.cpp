// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/contenthash.h"

#include "models/archive/eventtable.h"
#include "models/archive/siphash.h"
#include "models/core/field.h"
#include "models/core/timefield.h"

#include <vector>

namespace Trailglass {

namespace {

/// No text holds it: all are UTF-8.
constexpr char Separator = '\xff';

} // namespace

quint64 contentHash(const EventRecord &record, std::string &scratch)
{
    std::string unused;
    scratch = std::to_string(record.row.value);
    for (const UtcMicros time : {record.event.created, record.received}) {
        scratch += Separator;
        scratch += std::to_string(time.value);
    }
    for (const Field field : allFields()) {
        if (isTime(field))
            continue;
        scratch += Separator;
        scratch += fieldText(record, field, unused);
    }
    return sipHash(scratch);
}

ArchiveSql contentHashSql()
{
    const auto number = [](const ArchiveSql &column) {
        return "toString(" + column + ")";
    };
    std::vector<ArchiveSql> texts{number("row"),
                                  number(ArchiveSql::identifier(archiveColumnName(Field::Created))),
                                  number(ArchiveSql::identifier(archiveColumnName(Field::Received)))};
    for (const Field field : allFields()) {
        if (!isTime(field))
            texts.push_back(ArchiveSql::identifier(archiveColumnName(field)));
    }
    return "sipHash64(concat(" + joinSql(texts, ", unhex('FF'), ") + "))";
}

} // namespace Trailglass
