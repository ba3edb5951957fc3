// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetrowmenu.h"

#include "views/common/plaintext.h"
#include "views/common/valuewords.h"
#include "views/filters/facettitles.h"

using namespace Qt::StringLiterals;

namespace Trailglass {

FacetRowMenu::FacetRowMenu(Qt::CheckState state, const QString &title, QWidget *parent)
    : QMenu(parent)
{
    setObjectName("facetMenu"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this](const QString &name, const QString &text, const auto &act) {
        QAction *action = addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const auto edit = [this](FilterEdit what) {
        return [this, what] {
            Q_EMIT editChosen(what);
        };
    };
    add(u"facetOnly"_s, valueEditText(FilterEdit::Only), edit(FilterEdit::Only));
    add(u"facetInclude"_s, valueEditText(FilterEdit::Include), edit(FilterEdit::Include))
        ->setEnabled(state == Qt::Unchecked);
    add(u"facetExclude"_s, valueEditText(FilterEdit::Exclude), edit(FilterEdit::Exclude))
        ->setEnabled(state != Qt::PartiallyChecked);
    m_copy = add(u"facetCopy"_s, copyValueText(), [this] { Q_EMIT copyChosen(); });
    add(u"facetCopyTerm"_s, copyTermText(), [this] { Q_EMIT copyTermChosen(); });
    addSeparator();
    m_column = add(u"facetColumn"_s, addColumnText(), [this] { Q_EMIT columnChosen(); });
    add(u"facetClear"_s,
        tr("Clear %1", "field").arg(PlainText::caption(title, fontMetrics(), MenuTitleWidth)),
        [this] { Q_EMIT clearChosen(); });
}

void FacetRowMenu::setCopyEnabled(bool enabled)
{
    m_copy->setEnabled(enabled);
}

void FacetRowMenu::setColumnEnabled(bool enabled)
{
    m_column->setEnabled(enabled);
}

} // namespace Trailglass

#include "moc_facetrowmenu.cpp"
