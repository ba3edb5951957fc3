// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/eventcolumns.h"

#include "models/archive/nativeblock.h"
#include "models/archive/textforms.h"
#include "models/core/timefield.h"

namespace Trailglass {

namespace {

using Coding = NativeTexts::Coding;

constexpr quint32 MonthsBase = 100;

/// For the names and types of the columns.
constexpr std::size_t HeadBytes = 8 * 1024;

/// What a row takes besides its texts: numbers, and the ends of the lists of all columns that have lists.
constexpr std::size_t ListColumns = 4 * JsonFlattener::ListCount + 2;
constexpr std::size_t NumberBytes =
    2 * sizeof(quint32) + 4 * sizeof(qint64) + sizeof(qint8) + ListColumns * sizeof(quint64);

Coding codingIn(ArchiveDialect dialect, bool isCoded)
{
    return isCoded && dialect == ArchiveDialect::Modern ? Coding::Dictionary : Coding::Plain;
}

} // namespace

quint32 archiveMonth(UtcMicros created)
{
    const CivilTime civil = toCivil(created);
    return static_cast<quint32>(civil.year) * MonthsBase + static_cast<quint32>(civil.month);
}

EventColumns::FlatColumns::FlatColumns(Coding coding)
    : path(coding)
    , at(coding)
    , text(Coding::Plain)
    , key(Coding::Plain)
{
}

void EventColumns::FlatColumns::append(const std::vector<FlatValue> &values)
{
    for (const FlatValue &value : values) {
        path.append(value.path);
        at.append(value.at);
        text.append(value.text);
        key.append(value.key);
    }
    ends.push_back(path.size());
}

std::size_t EventColumns::FlatColumns::bytes() const
{
    return path.bytes() + at.bytes() + text.bytes() + key.bytes();
}

void EventColumns::FlatColumns::clear()
{
    ends.clear();
    for (NativeTexts *texts : {&path, &at, &text, &key})
        texts->clear();
}

EventColumns::EventColumns(ArchiveDialect dialect)
    : m_addresses(codingIn(dialect, true))
    , m_decoded(Coding::Plain)
    , m_extra(Coding::Plain)
    , m_formFields(codingIn(dialect, true))
    , m_formTexts(Coding::Plain)
{
    for (const Field field : allFields())
        m_fields.emplace_back(codingIn(dialect, isCodedColumn(field)));
    for (int list = 0; list < JsonFlattener::ListCount; ++list)
        m_lists.emplace_back(codingIn(dialect, true));
}

Result<void> EventColumns::append(const EventRecord &record, qint8 sign)
{
    TRY(m_flattener.flatten(record.event.raw));
    readSearchTexts(record, m_searchTexts);
    m_months.push_back(archiveMonth(record.event.created));
    m_rows.push_back(record.row.value);
    m_signs.push_back(sign);
    m_created.push_back(record.event.created.value);
    m_received.push_back(record.received.value);
    std::string scratch;
    for (const Field field : allFields()) {
        if (!isTime(field))
            m_fields[static_cast<std::size_t>(field)].append(fieldText(record, field, scratch));
    }
    m_addresses.append(addressKey(record.event.ip));
    m_decoded.append(m_searchTexts.decoded);
    m_extra.append(m_searchTexts.extra);
    for (const FieldForm &form : fieldForms(record)) {
        m_formFields.append(form.field);
        m_formTexts.append(form.text);
    }
    m_formEnds.push_back(m_formFields.size());
    for (int list = 0; list < JsonFlattener::ListCount; ++list)
        m_lists[static_cast<std::size_t>(list)].append(m_flattener.values(list));
    return {};
}

std::size_t EventColumns::bytes() const
{
    std::size_t bytes = HeadBytes + rows() * NumberBytes;
    for (const NativeTexts &field : m_fields)
        bytes += field.bytes();
    for (const NativeTexts *texts : {&m_addresses, &m_decoded, &m_extra, &m_formFields, &m_formTexts})
        bytes += texts->bytes();
    for (const FlatColumns &list : m_lists)
        bytes += list.bytes();
    return bytes;
}

QByteArray EventColumns::block(quint32 origin, quint64 batch) const
{
    // Five numbers of its own for each row, two that are those of the block; three texts that are no field.
    constexpr std::size_t Numbers = 7;
    constexpr std::size_t SearchedTexts = 3;
    constexpr std::size_t TimeFields = 2;
    const std::size_t columns = Numbers + FieldCount - TimeFields + SearchedTexts + ListColumns;
    NativeBlock block(columns, rows(), bytes());
    block.addNumbers("month", m_months);
    block.addNumbers("origin", std::vector<quint32>(rows(), origin));
    block.addNumbers("batch", std::vector<quint64>(rows(), batch));
    block.addNumbers("row", m_rows);
    block.addNumbers("sign", m_signs);
    block.addNumbers(archiveColumnName(Field::Created), m_created);
    block.addNumbers(archiveColumnName(Field::Received), m_received);
    for (const Field field : allFields()) {
        if (!isTime(field))
            block.addTexts(archiveColumnName(field), m_fields[static_cast<std::size_t>(field)]);
    }
    block.addTexts("ip_key", m_addresses);
    block.addTexts("decoded", m_decoded);
    block.addTexts("extra", m_extra);
    block.addLists("form.field", m_formEnds, m_formFields);
    block.addLists("form.text", m_formEnds, m_formTexts);
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        const FlatColumns &flat = m_lists[list];
        const auto number = static_cast<int>(list);
        block.addLists(flatColumnName(number, "path"), flat.ends, flat.path);
        block.addLists(flatColumnName(number, "at"), flat.ends, flat.at);
        block.addLists(flatColumnName(number, "text"), flat.ends, flat.text);
        block.addLists(flatColumnName(number, "key"), flat.ends, flat.key);
    }
    return std::move(block).take();
}

void EventColumns::clear()
{
    m_months.clear();
    m_rows.clear();
    m_signs.clear();
    m_created.clear();
    m_received.clear();
    m_formEnds.clear();
    for (NativeTexts &field : m_fields)
        field.clear();
    for (NativeTexts *texts : {&m_addresses, &m_decoded, &m_extra, &m_formFields, &m_formTexts})
        texts->clear();
    for (FlatColumns &list : m_lists)
        list.clear();
}

} // namespace Trailglass
