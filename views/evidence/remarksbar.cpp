// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/remarksbar.h"

#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/table/marktext.h"
#include "views/common/elidedbutton.h"
#include "views/common/elidedlabel.h"
#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/evidence/marksigns.h"
#include "views/evidence/marktexts.h"
#include "views/evidence/noteeditor.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <string>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr qsizetype MaxDrafts = 100; ///< of notes; whoever begins more loses one of them
constexpr qsizetype MaxRemarkLines = 12; ///< of a note in the tool tip

} // namespace

RemarksBar::RemarksBar(QWidget *parent)
    : QWidget(parent)
    , m_mark(new QToolButton)
    , m_menu(new QMenu(this))
    , m_note(new ElidedButton)
    , m_title(new ElidedLabel)
    , m_editing(new QWidget)
    , m_editor(new NoteEditor(u"eventNote"_s, tr("Note on this event")))
    , m_save(new QPushButton(tr("Save no&te")))
    , m_discard(new QPushButton(tr("D&iscard")))
{
    setObjectName("remarksBar"_L1);
    build();
    buildMenu();
    buildEditor();
    showRemarks();
}

void RemarksBar::build()
{
    m_mark->setObjectName("eventMark"_L1);
    m_mark->setMenu(m_menu);
    m_mark->setPopupMode(QToolButton::InstantPopup);
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->setText(tr("Mark", "button with the colours")); // whatever the mark is: nothing beside it moves
    m_mark->setAutoRaise(true);
    m_mark->setFocusPolicy(Qt::StrongFocus);
    m_note->setObjectName("eventNoteButton"_L1);
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::Tight);
    line->addWidget(m_mark);
    line->addWidget(m_note, 1);
    line->addWidget(m_title, 1);
    m_title->setObjectName("eventNoteTitle"_L1);
    m_title->setMinimumHeight(m_note->sizeHint().height()); // in its place, nothing moves
    m_title->setVisible(false);
    showTitle();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addLayout(line);
    layout->addWidget(m_editing);
    connect(m_note, &QPushButton::clicked, this, &RemarksBar::edit);
}

void RemarksBar::buildMenu()
{
    m_menu->setObjectName("eventMarkMenu"_L1);
    const auto addMark = [this](const QString &name, const MarkTexts &words,
                                const std::optional<MarkColour> &colour) {
        QAction *action = m_menu->addAction(words.caption);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, colour] {
            if (!m_isSuspended)
                Q_EMIT markRequested(colour);
        });
        return action;
    };
    int number = 0;
    for (const std::string_view word : MarkColourNames) {
        const auto colour = static_cast<MarkColour>(number++);
        m_marks += addMark("eventMark_"_L1 + toQString(word), markTexts(colour), colour);
    }
    m_noMark = addMark(u"eventMarkNone"_s, noMarkTexts(), std::nullopt);
    m_menu->addSeparator();
    const auto addFilter = [this](const QString &name, const QString &caption) {
        QAction *action = m_menu->addAction(caption);
        action->setObjectName(name);
        return action;
    };
    m_sameMark = addFilter(u"filterSameMark"_s, tr("Only events with &this mark"));
    connect(m_sameMark, &QAction::triggered, this, [this] {
        if (m_remarks.mark) {
            Q_EMIT filterRequested(FilterEdit::Only, Filter::ReviewField::Mark,
                                   std::string(Trailglass::name(*m_remarks.mark)));
        }
    });
    connect(addFilter(u"filterAllMarks"_s, onlyMarkedText()), &QAction::triggered, this, [this] {
        Q_EMIT filterRequested(FilterEdit::Only, Filter::ReviewField::Is, std::string("marked"));
    });
    connect(m_menu, &QMenu::aboutToShow, this, &RemarksBar::updateMenu);
}

void RemarksBar::updateMenu()
{
    int number = 0;
    for (QAction *action : std::as_const(m_marks))
        action->setIcon(MarkSigns::icon(static_cast<MarkColour>(number++), palette()));
    m_noMark->setEnabled(m_remarks.mark.has_value());
    m_sameMark->setEnabled(m_remarks.mark.has_value());
}

void RemarksBar::buildEditor()
{
    m_save->setObjectName("saveNote"_L1);
    m_save->setToolTip(tr("Stores the note; the event itself is not changed (Ctrl+Enter)"));
    m_discard->setObjectName("discardNote"_L1);
    m_discard->setToolTip(tr("Forgets what was typed"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Normal);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(m_editing);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Tight);
    layout->addWidget(m_editor);
    layout->addLayout(buttons);
    m_editing->hide();
    connect(m_editor, &NoteEditor::changed, this, &RemarksBar::updateSave);
    connect(m_editor, &NoteEditor::submitted, this, &RemarksBar::save);
    connect(m_save, &QPushButton::clicked, this, &RemarksBar::save);
    connect(m_discard, &QPushButton::clicked, this, &RemarksBar::discard);
}

void RemarksBar::setNoteLimit(qsizetype limit)
{
    m_editor->setLimit(limit);
}

void RemarksBar::show(const QString &event, const Remarks &remarks)
{
    if (event != m_event) {
        keepDraft();
        m_event = event;
        closeEditor();
    }
    m_isSuspended = false;
    m_remarks = remarks;
    showRemarks();
    updateSave();
}

void RemarksBar::suspend()
{
    m_isSuspended = true;
    updateSave();
}

void RemarksBar::setSelectedCount(qint64 count)
{
    m_selectedCount = count;
    showTitle();
}

void RemarksBar::showTitle()
{
    const QString title = m_selectedCount > 1
        ? tr("Note on this event only, of %Ln selected", nullptr, countArgument(m_selectedCount))
        : tr("Note on this event");
    m_title->show(title);
    m_editor->setTitle(title);
}

void RemarksBar::edit()
{
    if (m_isSuspended)
        return;
    if (m_editing->isVisibleTo(this))
        return m_editor->setFocus();
    m_editor->setText(m_remarks.note);
    if (const auto draft = m_drafts.constFind(m_event); draft != m_drafts.cend())
        m_editor->replaceText(*draft);
    setEditing(true);
    m_editor->setFocus();
    updateSave();
}

void RemarksBar::setEditing(bool isEditing)
{
    m_editing->setVisible(isEditing);
    m_title->setVisible(isEditing);
    m_note->setVisible(!isEditing);
}

void RemarksBar::keepDraft()
{
    if (!m_editing->isVisibleTo(this) || !m_editor->isChanged())
        return;
    if (m_drafts.size() >= MaxDrafts && !m_drafts.contains(m_event))
        m_drafts.erase(m_drafts.cbegin());
    m_drafts.insert(m_event, m_editor->text());
}

void RemarksBar::closeEditor()
{
    if (!m_editing->isVisibleTo(this))
        return;
    const bool hadFocus = m_editing->isAncestorOf(focusWidget());
    setEditing(false);
    if (hadFocus)
        m_note->setFocus();
}

void RemarksBar::discard()
{
    m_drafts.remove(m_event);
    closeEditor();
    showRemarks();
}

void RemarksBar::save()
{
    if (!m_save->isEnabled())
        return;
    m_saving = m_event;
    updateSave();
    Q_EMIT noteRequested(m_editor->text());
}

void RemarksBar::noteSaved()
{
    const QString saved = std::exchange(m_saving, {});
    m_drafts.remove(saved);
    if (saved == m_event)
        closeEditor();
    showRemarks();
    updateSave();
}

void RemarksBar::noteFailed()
{
    m_saving.clear();
    updateSave();
}

void RemarksBar::updateSave()
{
    m_save->setEnabled(!m_isSuspended && m_saving.isEmpty() && m_editor->isChanged()
                       && !m_editor->isTooLong());
}

void RemarksBar::showRemarks()
{
    showMark();
    const auto draft = m_drafts.constFind(m_event);
    const bool isDraft = draft != m_drafts.cend();
    const QString note = isDraft ? *draft : m_remarks.note;
    if (isDraft)
        m_note->show(tr("Not saved: %1", "a note").arg(note.simplified()));
    else
        m_note->show(note.isEmpty() ? tr("Add a note…") : note.simplified());
    m_note->setToolTip(PlainText::toolTip(note.split(u'\n', Qt::SkipEmptyParts).mid(0, MaxRemarkLines)));
    m_note->setVisible(m_editing->isHidden()); // its show() shows it
}

void RemarksBar::showMark()
{
    m_mark->setIcon(m_remarks.mark ? MarkSigns::icon(*m_remarks.mark, palette())
                                   : Icons::icon(Glyph::Preset, palette()));
    const QString text = m_remarks.mark ? markedText(*m_remarks.mark) : tr("Not marked");
    m_mark->setAccessibleName(text);
    m_mark->setToolTip(text);
}

void RemarksBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showMark();
    QWidget::changeEvent(event);
}

void RemarksBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_editing->isVisibleTo(this))
        return QWidget::keyPressEvent(event);
    keepDraft();
    closeEditor();
    showRemarks();
}

} // namespace Trailglass

#include "moc_remarksbar.cpp"
