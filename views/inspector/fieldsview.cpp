// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/fieldsview.h"

#include "models/table/recordfieldsmodel.h"
#include "views/common/spacing.h"
#include "views/inspector/fielddelegate.h"
#include "views/inspector/valueactions.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int WideFields = 600; ///< px; below the table
constexpr int ManyEmptyFields = 88; ///< as wide as any number of them

} // namespace

FieldsView::FieldsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new RecordFieldsModel(this))
    , m_list(new QTreeView(this))
    , m_empty(new QCheckBox(this))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_list->setObjectName("fieldList"_L1);
    m_list->setAccessibleName(tr("Fields of the event"));
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new FieldDelegate(m_list));
    m_list->setModel(m_model);
    m_list->header()->setSectionResizeMode(RecordFieldsModel::NameColumn, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_empty->setObjectName("showEmptyFields"_L1);
    m_layout->setContentsMargins(0, Spacing::Normal, 0, 0);
    m_layout->addWidget(m_list, 1);
    m_layout->addWidget(m_empty);
    arrange(false);
    m_actions = new ValueActions(m_list, [this] {
        const QModelIndex index = m_list->currentIndex();
        InspectedValue value;
        if (!index.isValid())
            return value;
        value.place = m_model->field(index);
        value.filterValue = m_model->value(index);
        value.text = [this, index = QPersistentModelIndex(index)] {
            return m_model->value(index).value_or(std::string());
        };
        return value;
    });
    connect(m_empty, &QCheckBox::toggled, m_model, &RecordFieldsModel::setShowEmpty);
    connect(m_empty, &QCheckBox::toggled, this, &FieldsView::choiceChanged);
    connect(m_actions, &ValueActions::filterRequested, this, &FieldsView::filterRequested);
    connect(m_actions, &ValueActions::columnRequested, this, &FieldsView::columnRequested);
    connect(m_actions, &ValueActions::facetRequested, this, &FieldsView::facetRequested);
    connect(m_actions, &ValueActions::openRequested, this, &FieldsView::openRequested);
    setRecord(nullptr);
}

QString FieldsView::emptyFieldsText(int count)
{
    return tr("E&mpty fields (%Ln)", nullptr, count);
}

/// In a wide pane, which is a low one, nothing but fields takes a line.
void FieldsView::arrange(bool isWide)
{
    m_list->setHeaderHidden(isWide);
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setAlignment(m_empty, isWide ? Qt::Alignment(Qt::AlignTop) : Qt::Alignment());
    m_layout->setSpacing(isWide ? Spacing::Normal : Spacing::Tight);
    // As wide for every event, so that the list keeps its edge.
    const QString text = m_empty->text();
    m_empty->setText(emptyFieldsText(ManyEmptyFields));
    m_empty->setMinimumWidth(isWide ? m_empty->sizeHint().width() : 0);
    m_empty->setText(text);
    m_layout->update();
}

void FieldsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool isWide = width() >= WideFields; isWide != m_list->isHeaderHidden())
        arrange(isWide);
}

void FieldsView::suspend()
{
    m_actions->suspend();
}

void FieldsView::setRecord(std::shared_ptr<const EventRecord> record)
{
    // The same row as in the event before, so that one can step through events and watch a field.
    const QModelIndex current = m_list->currentIndex();
    const int field = current.isValid() ? current.data(RecordFieldsModel::FieldRole).toInt() : -1;
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setRecord(std::move(record));
    m_empty->setText(emptyFieldsText(m_model->emptyCount()));
    m_empty->setEnabled(m_model->emptyCount() > 0);
    for (int row = 0; field >= 0 && row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(RecordFieldsModel::FieldRole).toInt() == field)
            m_list->setCurrentIndex(m_model->index(row, 0));
    }
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
    m_actions->refresh();
}

bool FieldsView::showsEmptyFields() const
{
    return m_empty->isChecked();
}

void FieldsView::setShowsEmptyFields(bool shows)
{
    m_empty->setChecked(shows);
}

void FieldsView::setDisplayZone(const QTimeZone &zone)
{
    m_model->setDisplayZone(zone);
}

} // namespace Trailglass

#include "moc_fieldsview.cpp"
