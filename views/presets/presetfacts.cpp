// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/presets/presetfacts.h"

#include "models/core/text.h"
#include "views/common/plaintext.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

QLabel *factLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A long @path has nowhere to break; it must not make the window wide.
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

PresetFacts::PresetFacts(QWidget *parent)
    : QWidget(parent)
    , m_expression(new QPlainTextEdit)
    , m_columns(factLabel(u"presetColumns"_s))
    , m_sort(factLabel(u"presetSort"_s))
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
}

void PresetFacts::show(const Preset &preset)
{
    m_expression->setPlainText(preset.expression.trimmed().isEmpty() ? tr("(every event)")
                                                                     : visibleText(preset.expression));
    PlainText::show(m_columns, preset.columns.isEmpty() ? tr("(unchanged)") : preset.columns);
    PlainText::show(m_sort, preset.sort.isEmpty() ? tr("(unchanged)") : preset.sort);
}

} // namespace Trailglass
