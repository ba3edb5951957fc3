// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/querycompleter.h"

#include "models/core/countargument.h"
#include "views/filters/completionmodel.h"
#include "views/filters/completionpopup.h"
#include "views/filters/queryedit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace Trailglass {

namespace {

using PlaceKind = Filter::CompletionPlace::Kind;

constexpr int PageStep = 9;

} // namespace

QueryCompleter::QueryCompleter(QueryEdit *edit, QWidget *above, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_above(above)
    , m_model(new CompletionModel(this))
    , m_popup(new CompletionPopup(m_model))
{
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { update(false); });
    // Whatever else moves the cursor, or changes the text, leaves the place.
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, [this](int, int cursor) {
        if (cursor != m_cursor)
            close();
    });
    connect(m_popup, &CompletionPopup::accepted, this, &QueryCompleter::accept);
}

QueryCompleter::~QueryCompleter()
{
    if (m_edit)
        m_edit->removeEventFilter(this);
    delete m_popup;
}

void QueryCompleter::setValues(const Facet &facet)
{
    if (m_wanted != PlaceKind::ValueOfField || facet.field != m_field)
        return;
    m_sampled = 0;
    take(facet);
}

void QueryCompleter::setSample(const JsonSample &sample)
{
    const bool isWanted = sample.path
        ? m_wanted == PlaceKind::ValueOfField && m_field == Filter::FieldReference(*sample.path)
        : m_wanted == PlaceKind::NameOfPath;
    if (!isWanted)
        return;
    m_sampled = sample.isWhole ? 0 : sample.events;
    take({*m_field, sample.values});
}

void QueryCompleter::take(const Facet &facet)
{
    const bool areOfField = m_wanted == PlaceKind::ValueOfField; // paths are of none
    m_values = countedValues(facet, areOfField ? knownValues(facet.field) : std::vector<CompletionValue>());
    for (CompletionValue &value : m_values) {
        if (!m_rest)
            value.count.reset();
    }
    if (m_isActive && m_place.kind == m_wanted)
        showCandidates();
}

void QueryCompleter::setPresetNames(const QStringList &names)
{
    m_presets.clear();
    for (const QString &name : names)
        m_presets.push_back({name, {}});
}

void QueryCompleter::setOutdated()
{
    m_isOutdated = true;
}

bool QueryCompleter::isShown() const
{
    return m_popup && m_popup->isVisible();
}

void QueryCompleter::update(bool isAskedFor)
{
    m_cursor = m_edit->cursorPosition();
    m_place = Filter::completionPlace(m_edit->text(), m_cursor);
    const bool isBegun = m_place.kind != PlaceKind::NameOfField || !m_place.typed.isEmpty();
    m_isActive = m_place.kind != PlaceKind::Nothing && (isBegun || isAskedFor) && m_edit->hasFocus();
    if (m_popup)
        m_popup->setCurrentIndex({}); // typing on deselects it
    if (m_isActive && (m_place.kind == PlaceKind::ValueOfField || m_place.kind == PlaceKind::NameOfPath))
        wantValues();
    showCandidates();
}

void QueryCompleter::wantValues()
{
    const Filter::NodePointer rest = Filter::restOfFilter(m_edit->text(), m_place);
    const bool isSame =
        m_wanted == m_place.kind && m_field == m_place.field && Filter::sameTree(rest, m_rest);
    if (isSame && !m_isOutdated)
        return;
    if (!isSame) {
        m_values = m_place.kind == PlaceKind::ValueOfField ? knownValues(m_place.field)
                                                           : std::vector<CompletionValue>();
        m_sampled = 0;
    }
    m_wanted = m_place.kind;
    m_field = m_place.field;
    m_rest = rest;
    m_isOutdated = false;
    if (m_wanted == PlaceKind::NameOfPath)
        Q_EMIT sampleRequested(std::nullopt, rest);
    else if (const auto *path = std::get_if<Filter::JsonPath>(&m_place.field))
        Q_EMIT sampleRequested(*path, rest);
    else
        Q_EMIT valuesRequested(m_place.field, rest);
}

std::vector<CompletionCandidate> QueryCompleter::candidates() const
{
    switch (m_place.kind) {
    case PlaceKind::NameOfField:
        return nameCandidates(m_place);
    case PlaceKind::NameOfPath:
        return pathCandidates(m_place, m_values);
    case PlaceKind::ValueOfField:
        return valueCandidates(m_place, m_values);
    case PlaceKind::NameOfPreset:
        return valueCandidates(m_place, m_presets);
    case PlaceKind::Nothing:
        break;
    }
    return {};
}

void QueryCompleter::showCandidates()
{
    if (!m_popup)
        return;
    auto offered = m_isActive ? candidates() : std::vector<CompletionCandidate>();
    if (offered.empty()) {
        m_popup->hide();
        return;
    }
    // Counts that come later do not take away what is chosen.
    const int chosen = isShown() ? m_popup->chosenRow() : -1;
    const QString text = chosen >= 0 ? m_model->candidate(chosen).value.text : QString();
    const bool isSampled = m_sampled > 0 && m_place.kind == m_wanted;
    m_model->setCandidates(
        std::move(offered),
        isSampled ? tr("From a sample of %Ln event(s); there may be more.", nullptr, countArgument(m_sampled))
                  : QString());
    const QRect cursor = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    const QString typed = m_edit->text().sliced(m_place.start, m_cursor - m_place.start);
    const int left = cursor.center().x() - m_edit->fontMetrics().horizontalAdvance(typed);
    QWidget *window = m_edit->window();
    const int x = m_edit->mapTo(window, QPoint(std::max(0, left), 0)).x();
    m_popup->showAt(window, {x, m_above->mapTo(window, QPoint(0, m_above->height())).y()});
    for (int row = 0; chosen >= 0 && row < m_model->rowCount(); ++row) {
        if (m_model->candidate(row).value.text == text)
            m_popup->setCurrentIndex(m_model->index(row, 0));
    }
}

void QueryCompleter::accept(int row)
{
    const Filter::Replacement replacement = m_model->candidate(row).replacement;
    const Filter::CompletionPlace place = m_place;
    close();
    // One step for undo.
    m_edit->selectPart(static_cast<int>(replacement.start), static_cast<int>(replacement.length));
    m_edit->insert(replacement.text);
    close();
    if (place.needsSpace) // already there
        m_edit->setCursorPosition(m_edit->cursorPosition() - 1);
    if (place.kind == PlaceKind::NameOfField || place.kind == PlaceKind::NameOfPath)
        update(false);
    else
        Q_EMIT valueAccepted();
}

void QueryCompleter::close()
{
    m_isActive = false;
    if (m_popup)
        m_popup->hide();
}

/// Whether a key means the list that is shown.
bool QueryCompleter::takesKey(int key, Qt::KeyboardModifiers modifiers) const
{
    if (!isShown() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_popup->chosenRow() >= 0;
    default:
        return false;
    }
}

/// \returns whether the line must not see it
bool QueryCompleter::handlesKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        update(true);
        return true;
    }
    if (!takesKey(key, modifiers)) {
        const bool leaves = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down;
        if (leaves)
            close();
        return false;
    }
    switch (key) {
    case Qt::Key_Up:
        m_popup->moveChoice(-1);
        break;
    case Qt::Key_Down:
        m_popup->moveChoice(1);
        break;
    case Qt::Key_PageUp:
        m_popup->moveChoice(-PageStep);
        break;
    case Qt::Key_PageDown:
        m_popup->moveChoice(PageStep);
        break;
    case Qt::Key_Escape:
        close();
        break;
    default:
        accept(std::max(0, m_popup->chosenRow()));
    }
    return true;
}

bool QueryCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!takesKey(key->key(), key->modifiers()))
            break;
        event->accept(); // no shortcut of the window
        return true;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handlesKey(key->key(), key->modifiers()))
            return true;
        break;
    }
    case QEvent::InputMethod:
        if (!static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty())
            close();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::MouseButtonPress:
    case QEvent::Move:
    case QEvent::Resize:
        close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Trailglass

#include "moc_querycompleter.cpp"
