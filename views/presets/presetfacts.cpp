// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetfacts.h"

#include "models/core/text.h"
#include "models/core/timefield.h"
#include "models/core/translation.h"
#include "models/exporting/column.h"
#include "models/filter/fieldnames.h"
#include "models/query/sortorder.h"
#include "models/table/colourrule.h"
#include "views/common/plaintext.h"
#include "views/common/wrappedlabel.h"

#include <QFormLayout>
#include <QPlainTextEdit>

#include <variant>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxPresetFactLines = 3; ///< a preset of somebody else may have any number of columns

QLabel *factLabel(const QString &name)
{
    auto *label = new WrappedLabel(MaxPresetFactLines);
    label->setObjectName(name);
    return label;
}

constexpr qsizetype NamedRules = 5;
constexpr qsizetype NameCharacters = 40; // of a rule
constexpr qsizetype ProblemCharacters = 200; // it may quote a filter

QString cut(const QString &text, qsizetype characters)
{
    return text.size() <= characters ? text : QString(text.left(characters) + u'…');
}

QString shortName(const ColourRule &rule)
{
    return cut(rule.name.isEmpty() ? rule.filter : rule.name, NameCharacters);
}

/// As the titles of the table. What cannot be read is shown as it is written.
QString columnTitles(const QString &list)
{
    const auto columns = parseColumns(list);
    if (!columns)
        return list;
    QStringList titles;
    for (const Column &column : *columns)
        titles += toQString(column.title);
    return titles.join(u", "_s);
}

QString keyText(const SortKey &key)
{
    const QString name = Filter::fieldReferenceName(key.field);
    const auto *field = std::get_if<Field>(&key.field);
    if (field && isTime(*field))
        return key.descending ? Trailglass::tr("%1, newest first", "a time to sort by").arg(name)
                              : Trailglass::tr("%1, oldest first", "a time to sort by").arg(name);
    return key.descending ? Trailglass::tr("%1, descending", "what to sort by").arg(name)
                          : Trailglass::tr("%1, ascending", "what to sort by").arg(name);
}

/// Likewise.
QString orderInWords(const QString &list)
{
    const auto order = parseSortOrder(list);
    if (!order)
        return list;
    QStringList keys;
    for (const SortKey &key : *order)
        keys += keyText(key);
    return keys.join(u"; "_s);
}

} // namespace

PresetFacts::PresetFacts(QWidget *parent)
    : QWidget(parent)
    , m_expression(new QPlainTextEdit)
    , m_columns(factLabel(u"presetColumns"_s))
    , m_sort(factLabel(u"presetSort"_s))
    , m_rules(factLabel(u"presetColourRules"_s))
{
    m_expression->setObjectName("presetExpression"_L1);
    m_expression->setReadOnly(true);
    m_expression->setTabChangesFocus(true);
    m_expression->setAccessibleName(tr("Filter of the preset"));
    const int lines = 4;
    m_expression->setFixedHeight(m_expression->fontMetrics().lineSpacing() * lines + 14);
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Filter"), m_expression);
    form->addRow(tr("Columns"), m_columns);
    form->addRow(tr("Order"), m_sort);
    form->addRow(tr("Colour rules"), m_rules);
}

void PresetFacts::show(const Preset &preset)
{
    m_expression->setPlainText(preset.expression.trimmed().isEmpty() ? tr("(every event)")
                                                                     : visibleText(preset.expression));
    PlainText::show(m_columns, preset.columns.isEmpty() ? tr("(unchanged)") : columnTitles(preset.columns));
    PlainText::show(m_sort, preset.sort.isEmpty() ? tr("(unchanged)") : orderInWords(preset.sort));
    PlainText::show(m_rules, rulesText(preset.colourRules));
}

/// Names of the first rules, then what is wrong with one.
QString PresetFacts::rulesText(const QString &rules)
{
    if (rules.isEmpty())
        return tr("(unchanged)");
    const auto parsed = parseColourRules(rules);
    if (!parsed)
        return parsed.error().message;
    QStringList names;
    for (const ColourRule &rule : parsed->rules.mid(0, NamedRules))
        names += shortName(rule);
    const auto more = static_cast<int>(parsed->rules.size() - names.size());
    QString text = names.isEmpty() ? tr("(none)") : names.join(u", "_s);
    if (more > 0)
        text = tr("%1 and %Ln more", "names of colour rules", more).arg(text);
    const QStringList problems = parsed->problems();
    if (!problems.isEmpty())
        text = tr("%1. %2", "names of colour rules; a problem")
                   .arg(text, cut(problems.first(), ProblemCharacters));
    return text;
}

} // namespace Trailglass

#include "moc_presetfacts.cpp"
