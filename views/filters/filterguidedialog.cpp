// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/filterguidedialog.h"

#include "models/filter/languageguide.h"
#include "views/common/rowlist.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int GuideExampleRole = Qt::UserRole; ///< bool: the term of the row is a filter
constexpr QSize GuideSize{820, 560}; ///< px

QTableWidgetItem *guideItem(const QString &text, bool isExample)
{
    auto *item = new QTableWidgetItem(text);
    item->setData(GuideExampleRole, isExample);
    return item;
}

} // namespace

FilterGuideDialog::FilterGuideDialog(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_table(new QTableWidget(0, 2, this))
    , m_nothing(new QLabel(tr("Nothing here has this text."), this))
{
    setObjectName("filterGuide"_L1);
    setWindowTitle(tr("Filter language"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName("guideSearch"_L1);
    m_search->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("&Search:"), this);
    label->setBuddy(m_search);
    m_table->setObjectName("guideTable"_L1);
    m_table->setAccessibleName(tr("Filter language"));
    m_table->setHorizontalHeaderLabels({tr("Filter or field"), tr("Meaning")});
    setUpRowList(*m_table);
    m_table->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // one that comes would make lines break again
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_nothing->setObjectName("guideNothing"_L1);
    m_nothing->hide();
    // Enter in the line searches, and closes nothing.
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_use = buttons->addButton(tr("&Use this filter"), QDialogButtonBox::ActionRole);
    m_use->setObjectName("useExample"_L1);
    for (QPushButton *button : {m_use, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);

    auto *line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_search, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(m_nothing);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    fill();
    resize(GuideSize);
    updateButton();

    m_table->viewport()->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table,
            &QTableView::resizeRowsToContents);
    connect(m_search, &QLineEdit::textChanged, this, &FilterGuideDialog::search);
    connect(m_table, &QTableWidget::currentCellChanged, this, &FilterGuideDialog::updateButton);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row, int) { useRow(row); });
    connect(m_use, &QPushButton::clicked, this, [this] { useRow(m_table->currentRow()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FilterGuideDialog::fill()
{
    for (const Filter::GuideSection &section : Filter::languageGuide()) {
        const int title = m_table->rowCount();
        m_titles.push_back(title);
        m_table->insertRow(title);
        QTableWidgetItem *heading = guideItem(section.title, false);
        heading->setFont(textFont(TextStyle::Strong, m_table->font()));
        heading->setFlags(Qt::ItemIsEnabled);
        m_table->setItem(title, 0, heading);
        m_table->setSpan(title, 0, 1, 2);
        for (const Filter::GuideEntry &entry : section.entries) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            m_table->setItem(row, 0, guideItem(entry.term, entry.isExample));
            m_table->setItem(row, 1, guideItem(entry.meaning, entry.isExample));
        }
    }
    m_table->resizeColumnToContents(0);
    m_table->setColumnWidth(0, m_table->columnWidth(0) + Spacing::Section);
    m_table->resizeRowsToContents();
}

/// Rows take the lines that they need: the last column is as wide as is left, and the header does not say each time that it
/// has changed.
bool FilterGuideDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(m_table, &QTableView::resizeRowsToContents, Qt::QueuedConnection);
    return QDialog::eventFilter(watched, event);
}

bool FilterGuideDialog::hasText(int row, const QString &text) const
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QTableWidgetItem *item = m_table->item(row, column);
        if (item && item->text().contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// A title stands over what is found of its section; where it has the text itself, over all of it.
void FilterGuideDialog::search()
{
    const QString text = m_search->text().trimmed();
    bool isAnyFound = false;
    for (std::size_t section = 0; section < m_titles.size(); ++section) {
        const int title = m_titles[section];
        const int end = section + 1 < m_titles.size() ? m_titles[section + 1] : m_table->rowCount();
        const bool isWhole = hasText(title, text);
        bool isFound = false;
        for (int row = title + 1; row < end; ++row) {
            const bool isShown = isWhole || hasText(row, text);
            m_table->setRowHidden(row, !isShown);
            isFound = isFound || isShown;
        }
        m_table->setRowHidden(title, !isFound);
        isAnyFound = isAnyFound || isFound;
    }
    m_nothing->setVisible(!isAnyFound);
    if (const int current = m_table->currentRow(); current >= 0 && m_table->isRowHidden(current))
        m_table->setCurrentIndex({});
    m_table->resizeRowsToContents();
    updateButton();
}

bool FilterGuideDialog::isExample(int row) const
{
    const QTableWidgetItem *item = m_table->item(row, 0);
    return item && item->data(GuideExampleRole).toBool();
}

void FilterGuideDialog::updateButton()
{
    m_use->setEnabled(isExample(m_table->currentRow()));
}

void FilterGuideDialog::useRow(int row)
{
    if (isExample(row))
        Q_EMIT exampleChosen(m_table->item(row, 0)->text());
}

} // namespace Trailglass

#include "moc_filterguidedialog.cpp"
