// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sql/dictionaries.h"

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

Result<void> put(std::vector<std::string> &texts, qint64 code, std::string text)
{
    if (code < 0 || code > GreatestCode)
        return damaged();
    const auto index = static_cast<std::size_t>(code);
    if (index >= texts.size())
        texts.resize(index + 1);
    texts[index] = std::move(text);
    return {};
}

} // namespace

Dictionaries::Dictionaries(SqlConnection &connection)
    : m_connection(connection)
{
}

Result<CodedTexts> Dictionaries::texts(Field field)
{
    if (field == Field::Vendor)
        return vendorsBySource();
    const Schema::Dictionary dictionary = Schema::dictionaryOf(field);
    auto &known = m_known[static_cast<std::size_t>(dictionary)];
    // Classes and connections are few, share a place in the table and may change: they are read anew.
    if (dictionary == Schema::Dictionary::None || !known)
        known = std::make_shared<std::vector<std::string>>();
    auto added = readDictionary(m_connection, field, static_cast<qint64>(known->size()) - 1);
    if (!added)
        return added.error();
    // Consumers of an earlier query may still hold the list.
    if (!added->empty() && known.use_count() > 1)
        known = std::make_shared<std::vector<std::string>>(*known);
    for (auto &[code, text] : *added) {
        if (const auto done = put(*known, code, std::move(text)); !done)
            return done.error();
    }
    return CodedTexts(known);
}

Result<CodedTexts> Dictionaries::vendorsBySource()
{
    auto statement = m_connection.prepare("SELECT id, type FROM source WHERE name IS NOT NULL");
    if (!statement)
        return statement.error();
    const auto vendors = std::make_shared<std::vector<std::string>>();
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return CodedTexts(vendors);
        if (const auto done = put(*vendors, statement->integer(0), std::string(statement->text(1))); !done)
            return done.error();
    }
}

CodedTexts Dictionaries::texts(Filter::DerivedField field)
{
    static const CodedTexts Weekdays = std::make_shared<std::vector<std::string>>(
        std::initializer_list<std::string>{"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
    static const CodedTexts Hours = [] {
        const auto hours = std::make_shared<std::vector<std::string>>();
        for (int hour = 0; hour < 24; ++hour)
            hours->push_back(std::to_string(hour));
        return hours;
    }();
    return field == Filter::DerivedField::Hour ? Hours : Weekdays;
}

} // namespace Trailglass
