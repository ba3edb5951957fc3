// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/printer.h"
#include "models/filter/scanner.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

using Names = QHash<QString, FieldReference>;

QString reviewFieldName(ReviewField field)
{
    switch (field) {
    case ReviewField::Is:
        return u"is"_s;
    case ReviewField::Mark:
        return u"mark"_s;
    case ReviewField::Note:
        break;
    }
    return u"note"_s;
}

Names buildNames()
{
    Names names;
    for (const Field field : allFields())
        names.insert(toQString(name(field)), field);
    names.insert(u"hour"_s, DerivedField::Hour);
    names.insert(u"weekday"_s, DerivedField::Weekday);
    for (const ReviewField field : {ReviewField::Is, ReviewField::Mark, ReviewField::Note})
        names.insert(reviewFieldName(field), field);
    const auto alias = [&names](QLatin1StringView from, Field to) {
        names.insert(from, to);
    };
    alias("user"_L1, Field::Actor);
    alias("event"_L1, Field::Action);
    alias("eventtype"_L1, Field::Action);
    alias("event_type"_L1, Field::Action);
    alias("time"_L1, Field::Created);
    alias("timestamp"_L1, Field::Created);
    alias("created_at"_L1, Field::Created);
    alias("status"_L1, Field::Outcome);
    alias("email"_L1, Field::ActorEmail);
    alias("type"_L1, Field::Category);
    alias("conn"_L1, Field::Source);
    alias("connection"_L1, Field::Source);
    return names;
}

const Names &names()
{
    static const Names all = buildNames();
    return all;
}

} // namespace

std::optional<FieldReference> fieldByName(const QString &nameOrAlias)
{
    const auto found = names().constFind(nameOrAlias.toLower());
    return found != names().constEnd() ? std::optional(*found) : std::nullopt;
}

const QStringList &knownFieldNames()
{
    static const QStringList all = [] {
        QStringList list = names().keys();
        list += u"preset"_s;
        list.replace(list.indexOf(u"eventtype"_s), u"eventType"_s);
        list.sort();
        return list;
    }();
    return all;
}

QString fieldReferenceName(const FieldReference &field)
{
    if (const auto *path = std::get_if<JsonPath>(&field))
        return pathText(*path);
    if (const auto *derived = std::get_if<DerivedField>(&field))
        return *derived == DerivedField::Hour ? u"hour"_s : u"weekday"_s;
    if (const auto *review = std::get_if<ReviewField>(&field))
        return reviewFieldName(*review);
    return toQString(name(std::get<Field>(field)));
}

bool canBeCounted(const FieldReference &field)
{
    return !std::holds_alternative<ReviewField>(field);
}

Error notCountable(const FieldReference &field)
{
    return {ErrorKind::Usage,
            Trailglass::tr("Events cannot be sorted or counted by %1; filter for it instead.")
                .arg(fieldReferenceName(field))};
}

std::variant<FieldReference, SyntaxError> parseFieldReference(const QString &text)
{
    if (const auto field = fieldByName(text))
        return *field;
    Scanner scanner(text);
    if (auto path = scanner.takePath(); path && scanner.atEnd())
        return FieldReference(*std::move(path));
    if (text.startsWith(u'@')) {
        return SyntaxError{
            0, text.size(), Trailglass::tr("“%1” is not a path. Use the form @items[0].name.").arg(text), {}};
    }
    return SyntaxError{0, text.size(), Trailglass::tr("“%1” is not a field.").arg(text),
                       nearestName(text, knownFieldNames())};
}

QStringList splitFieldList(const QString &list)
{
    QStringList parts;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype position = 0; position < list.size(); ++position) {
        if (list.at(position) == u'"')
            quoted = !quoted;
        if (list.at(position) == u',' && !quoted) {
            parts += list.mid(start, position - start).trimmed();
            start = position + 1;
        }
    }
    parts += list.mid(start).trimmed();
    return parts;
}

Result<FieldReference> readListedField(const QString &part)
{
    if (part.isEmpty()) {
        return Error{ErrorKind::Usage,
                     Trailglass::tr("The field list has an empty entry. Separate names with single commas, "
                                    "for example created,actor,@details.new_value.")};
    }
    auto parsed = parseFieldReference(part);
    if (const auto *error = std::get_if<SyntaxError>(&parsed))
        return Error{ErrorKind::Usage, sentence(*error)};
    return std::get<FieldReference>(std::move(parsed));
}

} // namespace Trailglass::Filter
