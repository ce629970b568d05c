//! A region of the screen that is rendered again only when its data has changed.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// Shows `data` through `render`, and again only when it is no longer equal to what was shown.
///
/// One Yew component serves all regions: each further one would add some 2.5 KB to the download.
pub fn region<T: PartialEq + 'static>(data: T, render: fn(&T) -> Html) -> Html {
    let shown: Rc<dyn Shown> = Rc::new(Data { data, render });
    html! { <Region {shown} /> }
}

struct Data<T> {
    data: T,
    render: fn(&T) -> Html,
}

/// What a region shows, its type forgotten.
trait Shown {
    fn render(&self) -> Html;
    fn is_same(&self, other: &dyn Shown) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Shown for Data<T> {
    fn render(&self) -> Html {
        (self.render)(&self.data)
    }

    fn is_same(&self, other: &dyn Shown) -> bool {
        let other = other.as_any().downcast_ref::<Data<T>>();
        other.is_some_and(|other| other.data == self.data)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone, Properties)]
struct RegionProps {
    shown: Rc<dyn Shown>,
}

impl PartialEq for RegionProps {
    fn eq(&self, other: &RegionProps) -> bool {
        self.shown.is_same(&*other.shown)
    }
}

#[component]
fn Region(props: &RegionProps) -> Html {
    props.shown.render()
}
