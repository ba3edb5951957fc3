// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/ast.h"

#include <QDialog>
#include <QStringList>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace Trailglass {

class WrappedLabel;

/// Asks for a field or a JSON path to add as a group: typed, or chosen from a list that what is typed narrows.
///
/// Deletes itself when closed.
/// \thread GUI
class FacetChooser : public QDialog
{
    Q_OBJECT

public:
    /// \param fields  offered, in order
    FacetChooser(const std::vector<Filter::FieldReference> &fields, QWidget *parent);

    /// The JSON paths that events have, most frequent first; until then the dialog says that they are read.
    void setPaths(const QStringList &paths);

Q_SIGNALS:
    void chosen(const Trailglass::Filter::FieldReference &field);

protected:
    /// Up and Down in the text move through the list.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Candidate
    {
        QString shown; ///< safe to show
        QString name; ///< as the filter has it
    };

    void fill();
    void choose();
    [[nodiscard]] QString wantedName() const;

    std::vector<Candidate> m_fields;
    std::vector<Candidate> m_paths;
    bool m_hasPaths = false;
    QLineEdit *m_typed;
    QListWidget *m_list;
    WrappedLabel *m_note;
    QPushButton *m_add;
};

} // namespace Trailglass
