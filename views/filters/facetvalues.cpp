// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetvalues.h"

#include "models/core/text.h"
#include "models/exporting/column.h"
#include "models/filter/filter.h"
#include "models/filter/filterstate.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"
#include "views/filters/facetmodel.h"
#include "views/filters/facetrowmenu.h"
#include "views/filters/facetview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxNoteLines = 6;

bool takeValue(std::vector<Filter::FieldValue> &values, const Filter::FieldValue &value)
{
    return std::erase(values, value) > 0;
}

} // namespace

FacetValues::FacetValues(FilterState *filter, Filter::FieldReference field, QString title, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_field(std::move(field))
    , m_title(std::move(title))
    , m_model(new FacetModel(this))
    , m_search(new QLineEdit(this))
    , m_view(new FacetView(this))
    , m_more(new QToolButton(this))
    , m_note(new WrappedLabel(MaxNoteLines, this))
{
    m_search->setObjectName("facetSearch"_L1);
    m_search->setPlaceholderText(tr("Search values"));
    m_search->setAccessibleName(tr("Search the values of %1").arg(visibleText(m_title)));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName("facetValues"_L1);
    m_view->setAccessibleName(tr("Values of %1").arg(visibleText(m_title)));
    m_view->setModel(m_model);
    m_more->setObjectName("facetMore"_L1);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_note->setObjectName("facetNote"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Hair);
    layout->addWidget(m_search);
    layout->addWidget(m_view);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_note);

    connect(m_search, &QLineEdit::textChanged, this, &FacetValues::search);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_model->setAllShown(!m_model->areAllShown());
        showSurroundings();
    });
    connectView();
    readBack();
    showSurroundings();
}

void FacetValues::connectView()
{
    const auto toggled = [this](FilterEdit edit) {
        return [this, edit](int row) {
            toggle(Filter::FieldValue(m_model->value(row)), edit);
        };
    };
    connect(m_view, &FacetView::included, this, toggled(FilterEdit::Include));
    connect(m_view, &FacetView::excluded, this, toggled(FilterEdit::Exclude));
    connect(m_view, &FacetView::onlyRequested, this, toggled(FilterEdit::Only));
    connect(m_view, &FacetView::menuRequested, this, &FacetValues::showMenu);
    connect(m_view, &FacetView::typed, this, [this](const QString &text) {
        if (m_search->isHidden())
            return;
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->setText(text);
    });
    connect(m_view, &FacetView::currentMoved, this,
            [this](const QRect &place) { Q_EMIT currentMoved(m_view, place); });
    // Later: where the keyboard goes must not move or be hidden while it does.
    connect(m_view, &FacetView::keyboardChanged, this, &FacetValues::hold, Qt::QueuedConnection);
    connect(m_view, &FacetView::leftUpwards, this, &FacetValues::leftUpwards);
    connect(m_view, &FacetView::leftDownwards, this, &FacetValues::leaveDownwards);
    m_search->installEventFilter(this);
    m_more->installEventFilter(this);
}

bool FacetValues::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty())
        m_search->clear();
    else if (watched == m_search && key == Qt::Key_Down && hasRows())
        enterValues(0);
    else if (watched == m_search && key == Qt::Key_Up)
        Q_EMIT leftUpwards();
    else if (watched == m_more && key == Qt::Key_Up && hasRows())
        enterValues(m_model->rowCount() - 1);
    else if (watched == m_more && key == Qt::Key_Down)
        Q_EMIT leftDownwards();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

bool FacetValues::hasRows() const
{
    return m_model->rowCount() > 0;
}

void FacetValues::focusFirst()
{
    enterValues(0);
}

void FacetValues::focusLast()
{
    if (m_more->isVisible())
        m_more->setFocus(Qt::ShortcutFocusReason);
    else
        enterValues(m_model->rowCount() - 1);
}

void FacetValues::enterValues(int row)
{
    m_view->setCurrentIndex(m_model->index(row));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void FacetValues::leaveDownwards()
{
    if (m_more->isVisible())
        m_more->setFocus(Qt::ShortcutFocusReason);
    else
        Q_EMIT leftDownwards();
}

void FacetValues::setHeld(bool held)
{
    m_held = held;
    hold();
}

void FacetValues::setRanking(bool mayRank)
{
    m_mayRank = mayRank;
    m_model->setRanking(m_mayRank && !m_view->hasKeyboard());
}

bool FacetValues::isHeld() const
{
    return m_held || m_view->hasKeyboard();
}

void FacetValues::hold()
{
    m_model->setRanking(m_mayRank && !m_view->hasKeyboard());
    m_model->setHeld(isHeld());
    if (!isHeld())
        showSurroundings();
}

void FacetValues::setOutdated()
{
    m_model->setOutdated(true);
}

void FacetValues::search(const QString &text)
{
    const bool didSearch = m_isSearching;
    m_isSearching = !text.isEmpty();
    m_model->setSearch(text);
    showSurroundings();
    if (!m_complete && m_isSearching != didSearch)
        Q_EMIT wantsMoreChanged();
}

void FacetValues::setFacet(const Facet &facet, int top)
{
    const bool complete =
        !facet.hasTooMany && (top == 0 || facet.values.size() < static_cast<std::size_t>(top));
    m_model->setCounts({facet.values, complete});
    const bool wasLoaded = std::exchange(m_loaded, true);
    if (!m_isSearching)
        m_complete = complete || facet.hasTooMany;
    m_top = complete ? 0 : top;
    m_noteText = facet.hasTooMany
        ? tr("There are too many different values to list. Type one into the filter.")
        : QString();
    readBack();
    if (!isHeld() || !wasLoaded || facet.hasTooMany)
        showSurroundings();
}

void FacetValues::setFailed(const QString &sentence)
{
    m_noteText = sentence;
    showSurroundings();
}

void FacetValues::showSurroundings()
{
    const bool isLong = m_model->countOfAll() > FacetModel::FewRows;
    m_search->setVisible(m_model->countOfAll() > FacetModel::SearchedRows || m_isSearching);
    const QString hidden = QLocale().toString(static_cast<qulonglong>(m_model->hiddenCount()));
    m_more->setVisible(m_model->hiddenCount() > 0 || (isLong && m_model->areAllShown()));
    m_more->setText(m_model->areAllShown() ? tr("Show fewer") : tr("Show %1 more", "number").arg(hidden));
    m_more->setAccessibleName(tr("%1: %2", "field, command").arg(visibleText(m_title), m_more->text()));
    QString note = m_noteText;
    if (note.isEmpty() && m_loaded && m_model->countOfAll() == 0)
        note = tr("No values");
    else if (note.isEmpty() && m_top > 0 && (m_model->areAllShown() || m_isSearching))
        note = tr("The %1 most frequent values.").arg(QLocale().toString(m_top));
    PlainText::show(m_note, note);
    m_note->setVisible(!note.isEmpty());
}

Filter::FieldChoice FacetValues::readBack()
{
    Filter::FieldChoice choice = Filter::choiceOf(m_filter->tree(), m_field, m_model->countedValues());
    m_model->setChoice(choice);
    return choice;
}

void FacetValues::toggle(const Filter::FieldValue &value, FilterEdit edit)
{
    if (edit == FilterEdit::Only)
        return m_filter->setTree(Filter::withOnly(m_filter->tree(), m_field, value));
    const std::vector<Filter::FieldValue> known = m_model->countedValues();
    Filter::FieldChoice choice = Filter::choiceOf(m_filter->tree(), m_field, known);
    const bool wasIncluded = takeValue(choice.included, value);
    const bool wasExcluded = takeValue(choice.excluded, value);
    if (edit == FilterEdit::Exclude && !wasExcluded)
        choice.excluded.push_back(value);
    else if (edit == FilterEdit::Include && !wasIncluded && !wasExcluded)
        choice.included.push_back(value);
    m_filter->setTree(Filter::withChoice(m_filter->tree(), m_field, choice, known));
}

void FacetValues::showMenu(int row, const QPoint &globalPlace)
{
    const Filter::FieldValue value = m_model->value(row);
    const auto state = static_cast<Qt::CheckState>(m_model->index(row).data(Qt::CheckStateRole).toInt());
    auto *menu = new FacetRowMenu(state, m_title, this);
    menu->setCopyEnabled(value.has_value());
    menu->setColumnEnabled(canBeColumn(m_field));
    connect(menu, &FacetRowMenu::editChosen, this, [this, value](FilterEdit edit) { toggle(value, edit); });
    connect(menu, &FacetRowMenu::copyChosen, this,
            [value] { QGuiApplication::clipboard()->setText(toQString(*value)); });
    connect(menu, &FacetRowMenu::copyTermChosen, this, [this, value] {
        const auto term = Filter::including(Filter::makeNode(Filter::All{}), m_field, value);
        QGuiApplication::clipboard()->setText(Filter::print(term));
    });
    connect(menu, &FacetRowMenu::columnChosen, this, &FacetValues::columnRequested);
    connect(menu, &FacetRowMenu::clearChosen, this,
            [this] { m_filter->setTree(Filter::withoutField(m_filter->tree(), m_field)); });
    menu->popup(globalPlace);
}

} // namespace Trailglass

#include "moc_facetvalues.cpp"
