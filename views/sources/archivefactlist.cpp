// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archivefactlist.h"

#include "models/core/text.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

enum FactColumn
{
    FactNameColumn,
    FactValueColumn
};

constexpr int FactDetailsRole = Qt::UserRole; ///< of the name: the whole fact as a text
constexpr int FactProblemRole = Qt::UserRole + 1; ///< of the name: bool
constexpr int ArchiveProblemIcon = 16; ///< pixels
constexpr int MaxArchiveFactLines = 4;

} // namespace

ArchiveFactList::ArchiveFactList(const QString &name, QString hint, QWidget *parent)
    : QWidget(parent)
    , m_hint(std::move(hint))
    , m_list(new QTreeWidget(this))
    , m_details(new WrappedLabel(MaxArchiveFactLines, this))
{
    m_list->setObjectName("archiveFacts"_L1);
    m_list->setAccessibleName(name);
    m_list->setHeaderLabels({tr("Item"), tr("Value")});
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_details->setObjectName("archiveFactDetails"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_details);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ArchiveFactList::showCurrent);
    showCurrent();
}

void ArchiveFactList::list(const QList<ArchiveSection> &sections)
{
    m_list->clear();
    for (const ArchiveSection &section : sections) {
        auto *title = new QTreeWidgetItem(m_list, QStringList{visibleText(section.title)});
        title->setFont(FactNameColumn, textFont(TextStyle::Strong, font()));
        title->setFirstColumnSpanned(true);
        for (const ArchiveFact &fact : section.facts)
            addFact(*title, fact);
    }
    paintProblems();
    m_list->expandAll();
    const QTreeWidgetItem *first = m_list->topLevelItem(0);
    if (first && first->childCount() > 0)
        m_list->setCurrentItem(first->child(0));
    showCurrent();
}

void ArchiveFactList::addFact(QTreeWidgetItem &section, const ArchiveFact &fact)
{
    auto *row = new QTreeWidgetItem(&section);
    row->setText(FactNameColumn, visibleText(fact.name));
    row->setText(FactValueColumn, visibleText(fact.value));
    row->setToolTip(FactNameColumn, PlainText::toolTip(fact.name));
    row->setToolTip(FactValueColumn, PlainText::toolTip(fact.value));
    row->setData(FactNameColumn, FactProblemRole, fact.isProblem);
    row->setFirstColumnSpanned(fact.value.isEmpty());
    row->setData(FactNameColumn, FactDetailsRole,
                 fact.value.isEmpty() ? fact.name
                                      : tr("%1: %2", "what a fact is, its value").arg(fact.name, fact.value));
    if (fact.isProblem) { // for who does not see the sign
        row->setData(FactNameColumn, Qt::AccessibleTextRole,
                     visibleText(tr("Problem: %1", "a sentence").arg(fact.name)));
    }
}

void ArchiveFactList::showCurrent()
{
    const QTreeWidgetItem *row = m_list->currentItem();
    const QString details = row ? row->data(FactNameColumn, FactDetailsRole).toString() : QString();
    PlainText::show(m_details, row ? details : m_hint);
}

void ArchiveFactList::paintProblems()
{
    const QIcon sign =
        Icons::pixmap(Glyph::Warning, Colours::error(palette()), ArchiveProblemIcon, devicePixelRatioF());
    for (QTreeWidgetItemIterator row(m_list); *row; ++row) {
        if ((*row)->data(FactNameColumn, FactProblemRole).toBool())
            (*row)->setIcon(FactNameColumn, sign);
    }
}

void ArchiveFactList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_list)
        paintProblems();
    QWidget::changeEvent(event);
}

} // namespace Trailglass

#include "moc_archivefactlist.cpp"
