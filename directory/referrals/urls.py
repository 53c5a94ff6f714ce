"""The addresses of handing over: those of staff below /fagfolk/bord/, that of a place bears its secret."""

from django.urls import path

from directory.referrals.desk_views import desk, named_list
from directory.referrals.views import referral, referral_answer, referral_form

urlpatterns = [
    path("henvis/<int:key>/", referral_form, name="referral_form"),
    path("fagfolk/bord/", desk, name="desk"),
    path("fagfolk/bord/liste/<int:key>/", named_list, name="named_list"),
    path("fagfolk/bord/<slug:reference>/", referral, name="referral"),
    path("henvisning/<str:secret>/", referral_answer, name="referral_answer"),
]
