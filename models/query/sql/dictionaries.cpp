// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/dictionaries.h"

#include "models/query/sql/dictionarykeeper.h"
#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"

#include <QCoreApplication>

namespace Trailglass {

namespace {

/// Codes are counted up from one; ten million events of four new texts each stay below. Beyond, the file is
/// damaged.
constexpr qint64 GreatestCode = 1 << 26;

Error damaged()
{
    return {
        ErrorKind::Storage,
        QCoreApplication::translate("Query",
                                    "The workspace's database is damaged: a code is out of range. Put back "
                                    "a copy of trailglass.sqlite or sync into a new workspace.")};
}

/// \returns false when the code cannot be one
bool put(CodedTexts &texts, qint64 code, std::string_view text)
{
    if (code < static_cast<qint64>(texts.size()) || code > GreatestCode)
        return false;
    texts.append(static_cast<std::size_t>(code), text);
    return true;
}

} // namespace

Dictionaries::Dictionaries(SqlConnection &connection, DictionaryKeeper &keeper)
    : m_connection(connection)
    , m_keeper(keeper)
{
}

Result<CodedTexts> Dictionaries::texts(Field field)
{
    if (field == Field::Vendor)
        return vendorsBySource();
    const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
    // Classes and connections are few, and connections may change their name: they are read anew.
    if (dictionary == Schema::Dictionary::None) {
        CodedTexts texts;
        const auto read = readLater(field, texts);
        return read ? Result(std::move(texts)) : read.error();
    }
    const std::scoped_lock lock(m_keeper.guard);
    CodedTexts &known = m_keeper.texts[static_cast<std::size_t>(dictionary)];
    const auto read = readLater(field, known);
    return read ? Result(known) : read.error();
}

Result<void> Dictionaries::readLater(Field field, CodedTexts &known)
{
    bool isDamaged = false;
    const auto read = readDictionary(
        m_connection, field, static_cast<qint64>(known.size()) - 1,
        [&](qint64 code, std::string_view text) { isDamaged = isDamaged || !put(known, code, text); });
    if (!read)
        return read;
    return isDamaged ? Result<void>(damaged()) : Result<void>();
}

Result<CodedTexts> Dictionaries::vendorsBySource()
{
    auto statement = m_connection.prepare("SELECT id, type FROM source WHERE name IS NOT NULL ORDER BY id");
    if (!statement)
        return statement.error();
    CodedTexts vendors;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return vendors;
        if (!put(vendors, statement->integer(0), statement->text(1)))
            return damaged();
    }
}

CodedTexts Dictionaries::texts(Filter::DerivedField field)
{
    static const CodedTexts Weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    static const CodedTexts Hours = [] {
        CodedTexts hours;
        for (std::size_t hour = 0; hour < 24; ++hour)
            hours.append(hour, std::to_string(hour));
        return hours;
    }();
    return field == Filter::DerivedField::Hour ? Hours : Weekdays;
}

} // namespace Trailglass
