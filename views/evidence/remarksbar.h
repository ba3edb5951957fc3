// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/fieldchoice.h"
#include "views/common/filterintent.h"
#include "views/evidence/remarks.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace Trailglass {

class ElidedButton;
class ElidedLabel;
class NoteEditor;

/// The mark of the event that is inspected and the note on it, in one line; below it, on request, an editor for the note,
/// whose title stands in place of the note: a note is of this event alone, whatever is selected.
///
/// Requests only. Nothing that was typed is lost: a note that was begun and not saved is kept for its event while the window
/// is open.
/// \thread GUI
class RemarksBar : public QWidget
{
    Q_OBJECT

public:
    explicit RemarksBar(QWidget *parent = nullptr);

    /// Longer notes cannot be saved.
    /// \param limit  UTF-16 units
    void setNoteLimit(qsizetype limit);

    /// Shows what is said of an event. The same event again, which was read again, leaves its editor open.
    /// \param event  tells events apart
    void show(const QString &event, const Remarks &remarks);
    /// There is no event, or another one is on its way: what is shown stays, and nothing can be done with it.
    void suspend();
    /// How many events are selected, as the title of the editor says where it is more than one.
    void setSelectedCount(qint64 count);

    /// Opens the editor.
    void edit();
    /// The note of the last noteRequested() is stored.
    void noteSaved();
    /// It is not: the editor has it still.
    void noteFailed();

Q_SIGNALS:
    /// \param colour  nothing: remove the mark
    void markRequested(const std::optional<Trailglass::MarkColour> &colour);
    /// \param note  empty: remove it
    void noteRequested(const QString &note);
    /// Change the filter.
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildMenu();
    void updateMenu();
    void buildEditor();
    void keepDraft();
    void showRemarks();
    void showMark();
    void showTitle();
    void setEditing(bool isEditing);
    void closeEditor();
    void discard();
    void save();
    void updateSave();

    QToolButton *m_mark;
    QMenu *m_menu;
    QList<QAction *> m_marks; ///< in the order of MarkColour
    QAction *m_noMark = nullptr;
    QAction *m_sameMark = nullptr;
    ElidedButton *m_note;
    ElidedLabel *m_title; ///< of the editor, in place of m_note
    QWidget *m_editing;
    NoteEditor *m_editor;
    QPushButton *m_save;
    QPushButton *m_discard;
    QString m_event; ///< that is shown; empty: none yet
    Remarks m_remarks; ///< of it
    QHash<QString, QString> m_drafts; ///< notes that were begun, by event
    QString m_saving; ///< the event whose note is being stored; empty: none
    qint64 m_selectedCount = 0;
    bool m_isSuspended = true;
};

} // namespace Trailglass
