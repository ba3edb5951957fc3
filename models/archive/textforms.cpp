// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/textforms.h"

#include "models/archive/eventtable.h"
#include "models/filter/ipaddress.h"
#include "models/filter/normalization.h"
#include "models/json/utf8.h"

#include <algorithm>

namespace Trailglass {

namespace {

/// Whether the text of a field may be in another form: not a time, nor a word of ours.
bool mayHaveForm(Field field)
{
    switch (field) {
    case Field::Created:
    case Field::Received:
    case Field::Vendor:
    case Field::Op:
    case Field::Outcome:
        return false;
    default:
        return true;
    }
}

void addSpelling(std::vector<FieldForm> &forms, std::string_view whole, std::string spelling)
{
    FieldForm form{std::string(IpSpellings), std::move(spelling)};
    if (form.text != whole && std::ranges::find(forms, form) == forms.end())
        forms.push_back(std::move(form));
}

void addSpellings(std::vector<FieldForm> &forms, std::string_view ip)
{
    for (const Filter::WrittenAddress &written : Filter::addressesIn(ip)) {
        addSpelling(forms, ip, std::string(written.spelling));
        if (written.address.isIpv4())
            addSpelling(forms, ip, written.address.ipv4Text());
    }
}

} // namespace

std::optional<std::string> composedForm(std::string_view utf8)
{
    const bool isValid = isValidUtf8(utf8);
    if (isValid && Filter::isSettled(utf8))
        return std::nullopt;
    std::u32string codePoints;
    codePoints.reserve(utf8.size());
    for (std::size_t position = 0; position < utf8.size();)
        codePoints += nextCodePoint(utf8, position);
    const std::u32string composed = Filter::composed(codePoints);
    if (isValid && composed == codePoints)
        return std::nullopt;
    std::string form;
    form.reserve(utf8.size());
    for (const char32_t codePoint : composed)
        appendUtf8(form, codePoint);
    return form;
}

std::vector<FieldForm> fieldForms(const EventRecord &record)
{
    std::vector<FieldForm> forms;
    std::string scratch;
    for (const Field field : allFields()) {
        if (!mayHaveForm(field))
            continue;
        if (auto form = composedForm(fieldText(record, field, scratch)))
            forms.push_back({archiveColumnName(field), std::move(*form)});
    }
    addSpellings(forms, record.event.ip);
    return forms;
}

} // namespace Trailglass
