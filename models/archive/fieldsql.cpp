// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/fieldsql.h"

#include "models/archive/eventtable.h"
#include "models/archive/textforms.h"

namespace Trailglass {

namespace {

/// Whether one of the forms of a field meets a test.
ArchiveSql formMeets(std::string_view field, const TextTests &tests)
{
    return "arrayExists(x -> " + tests.sql("x") + ", arrayFilter((v, p) -> p = " + ArchiveSql::literal(field)
        + ", `form.text`, `form.field`))";
}

/// Words of ours, which have no other form.
bool hasForms(Field field)
{
    return field != Field::Vendor && field != Field::Op && field != Field::Outcome;
}

/// Whether the field's text in form C meets a test: the text itself, or its form where that is another.
ArchiveSql meetsInFormC(Field field, const TextTests &tests)
{
    const ArchiveSql column = ArchiveSql::identifier(archiveColumnName(field));
    if (!hasForms(field))
        return tests.sql(column);
    const std::string &name = archiveColumnName(field);
    return anyOf({allOf({tests.sql(column), "NOT has(`form.field`, " + ArchiveSql::literal(name) + ")"}),
                  formMeets(name, tests)});
}

} // namespace

ArchiveSql fieldSql(Field field, const TermTests &tests)
{
    const ArchiveSql column = ArchiveSql::identifier(archiveColumnName(field));
    std::vector<ArchiveSql> conditions;
    if (tests.isPresent)
        conditions.push_back(column + " != ''");
    if (tests.isEmpty)
        conditions.push_back(column + " = ''");
    if (!tests.received.isEmpty())
        conditions.push_back(tests.received.sql(column));
    if (!tests.addresses.isEmpty())
        conditions.push_back(tests.addresses.sql("ip_key"));
    if (!tests.inFormC.isEmpty())
        conditions.push_back(meetsInFormC(field, tests.inFormC));
    if (!tests.spellings.isEmpty())
        conditions.push_back(formMeets(IpSpellings, tests.spellings));
    return anyOf(conditions);
}

ArchiveSql freeTextSql(std::string_view text)
{
    TextTests tests;
    tests.addContained(text);
    // Texts of fields are in `extra` where they are in neither of the others.
    return anyOf({tests.sql("extra"), tests.sql("decoded"), meetsInFormC(Field::Raw, tests)});
}

} // namespace Trailglass
