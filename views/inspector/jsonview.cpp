// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/jsonview.h"

#include "models/core/text.h"
#include "models/table/jsontreemodel.h"
#include "views/inspector/jsonexpansion.h"
#include "views/inspector/jsontreeview.h"
#include "views/inspector/valueactions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(this))
    , m_tree(new JsonTreeView(*m_model, this))
    , m_expansion(new JsonExpansion(*m_tree, *m_model))
    , m_typing(new QTimer(this))
    , m_searching(new QTimer(this))
    , m_seeking(new QTimer(this))
{
    m_actions = new ValueActions(m_tree, [this] {
        const QModelIndex index = m_tree->currentIndex();
        InspectedValue value;
        if (!index.isValid()
            || index.data(JsonTreeModel::KindRole).toInt() == static_cast<int>(JsonTreeModel::Kind::Note))
            return value;
        if (auto path = m_model->path(index))
            value.place = *std::move(path);
        value.filterValue = m_model->filterValue(index);
        value.text = [this, index = QPersistentModelIndex(index)] {
            return m_model->text(index);
        };
        value.json = [this, index = QPersistentModelIndex(index)] {
            return m_model->json(index);
        };
        return value;
    });
    buildSearchLine();
    addExpandActions();
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_text, 1);
    line->addWidget(m_position);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_tree);
    m_typing->setSingleShot(true);
    m_typing->setInterval(150);
    m_searching->setInterval(0);
    m_seeking->setInterval(0);
    connect(m_typing, &QTimer::timeout, this, &JsonView::startSearch);
    connect(m_searching, &QTimer::timeout, this, &JsonView::continueSearch);
    connect(m_seeking, &QTimer::timeout, this, &JsonView::continueSeek);
    connect(m_expansion, &JsonExpansion::completed, this, &JsonView::completePlace);
    connect(m_actions, &ValueActions::filterRequested, this, &JsonView::filterRequested);
    connect(m_actions, &ValueActions::columnRequested, this, &JsonView::columnRequested);
    connect(m_actions, &ValueActions::facetRequested, this, &JsonView::facetRequested);
    connect(m_actions, &ValueActions::openRequested, this, &JsonView::openRequested);
    showPosition();
}

void JsonView::suspend()
{
    m_actions->suspend();
}

void JsonView::addExpandActions()
{
    const auto add = [this](const QString &name, const QString &text, auto function) {
        auto *action = new QAction(text, m_tree);
        action->setObjectName(name);
        m_tree->addAction(action);
        connect(action, &QAction::triggered, m_expansion, function);
    };
    auto *separator = new QAction(m_tree);
    separator->setSeparator(true);
    m_tree->addAction(separator);
    add(u"expandAll"_s, tr("Expand a&ll"), &JsonExpansion::expandAll);
    add(u"collapseAll"_s, tr("C&ollapse all"), &JsonExpansion::collapseAll);
}

void JsonView::buildSearchLine()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName("jsonSearch"_L1);
    m_text->setAccessibleName(tr("Find in the JSON"));
    m_text->setPlaceholderText(tr("Find in names and values"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_position = new QLabel(this);
    m_position->setObjectName("jsonSearchPosition"_L1);
    m_position->setTextFormat(Qt::PlainText);
    m_previous = new QToolButton(this);
    m_previous->setObjectName("jsonSearchPrevious"_L1);
    m_previous->setArrowType(Qt::UpArrow);
    m_previous->setToolTip(tr("Previous match (Shift+Enter)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next = new QToolButton(this);
    m_next->setObjectName("jsonSearchNext"_L1);
    m_next->setArrowType(Qt::DownArrow);
    m_next->setToolTip(tr("Next match (Enter)"));
    m_next->setAccessibleName(tr("Next match"));
    for (QToolButton *button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
}

void JsonView::setDocument(std::shared_ptr<const std::string> raw)
{
    // The same place as in the event before, so that one can step through events and watch a value.
    if (const QModelIndex current = m_tree->currentIndex(); current.isValid())
        m_trail = m_model->trail(current);
    const int scrolled = isPlaceToCome() ? m_placeToCome->wanted : m_tree->verticalScrollBar()->value();
    m_placeToCome.reset();
    m_raw = raw;
    m_search.reset();
    m_searching->stop();
    m_seeking->stop();
    m_match = -1;
    m_model->setDocument(std::move(raw));
    if (m_model->canFetchMore({}))
        m_model->fetchMore({});
    // Most events are small: their first objects say more open than closed.
    m_expansion->restore(m_raw && m_raw->size() < 16 * 1024);
    m_tree->fitColumns();
    m_tree->restorePlace(scrolled, m_model->follow(m_trail));
    if (m_expansion->isOpening())
        m_placeToCome = PlaceToCome{scrolled, m_tree->verticalScrollBar()->value(), m_tree->currentIndex()};
    m_actions->refresh();
    showPosition();
    if (m_raw && !m_text->text().isEmpty())
        m_typing->start();
}

bool JsonView::isPlaceToCome() const
{
    return m_placeToCome && m_tree->verticalScrollBar()->value() == m_placeToCome->shown
        && m_placeToCome->current == m_tree->currentIndex();
}

void JsonView::completePlace()
{
    if (isPlaceToCome())
        m_tree->restorePlace(m_placeToCome->wanted, m_tree->currentIndex());
    m_placeToCome.reset();
}

bool JsonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            go(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void JsonView::startSearch()
{
    m_typing->stop();
    m_seeking->stop();
    m_search.reset();
    m_match = -1;
    if (m_raw && !m_text->text().isEmpty()) {
        m_search = std::make_unique<JsonSearch>(m_raw, toUtf8(m_text->text()));
        m_searching->start();
        continueSearch();
    }
    showPosition();
}

void JsonView::continueSearch()
{
    if (!m_search || !m_search->step(BytesPerStep))
        m_searching->stop();
    if (m_search && m_match < 0 && !m_search->matches().empty()) {
        m_match = 0;
        showMatch();
    }
    showPosition();
}

void JsonView::go(int step)
{
    if (m_typing->isActive()) {
        startSearch();
        return;
    }
    const int count = m_search ? static_cast<int>(m_search->matches().size()) : 0;
    if (count == 0)
        return;
    m_match = (m_match + step + count) % count;
    showMatch();
    showPosition();
}

void JsonView::showMatch()
{
    m_seeking->start();
    continueSeek();
}

void JsonView::continueSeek()
{
    const auto index = m_model->seek(m_search->matches()[static_cast<std::size_t>(m_match)]);
    if (!index)
        return; // a place far down in a long value
    m_seeking->stop();
    m_tree->reveal(*index);
}

void JsonView::showPosition()
{
    const auto count = m_search ? m_search->matches().size() : 0;
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (!m_search)
        m_position->clear();
    else if (count == 0)
        m_position->setText(m_searching->isActive() ? tr("Searching…") : tr("No match"));
    else
        m_position->setText((m_searching->isActive() || m_search->isCut() ? tr("%L1/%L2+") : tr("%L1/%L2"))
                                .arg(m_match + 1)
                                .arg(count));
    m_position->setVisible(!m_position->text().isEmpty());
}

} // namespace Trailglass

#include "moc_jsonview.cpp"
