"""A picture loses its position and everything else that it says, whichever way it comes."""

import contextlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from wagtail.documents.models import Document
from wagtail.images.models import Image as Picture
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile
from wagtail.utils.file import hash_filelike

from cms.uploads.pictures import LONGEST_SIDE, MAX_PIXELS, NoPicture, UnreadablePicture, cleaned
from tests.cms.uploads.photographs import FORMATS, LEFT_OPEN, colours, exif, photograph, says, uploaded

pytestmark = [pytest.mark.django_db, *LEFT_OPEN]


def kept(file) -> bytes:
    with file.storage.open(file.name) as stored:
        return stored.read()


def by_form(client, content: bytes, name: str):
    data = {"title": "Huset", "file": uploaded(name, content), "collection": 1}
    return client.post("/admin/images/add/", data)


def by_many(client, content: bytes, name: str):
    return client.post("/admin/images/multiple/add/", {"title": "Huset", "files[]": uploaded(name, content)})


def by_chooser(client, content: bytes, name: str):
    data = {"image-chooser-upload-title": "Huset", "image-chooser-upload-file": uploaded(name, content)}
    return client.post("/admin/images/chooser/create/", data | {"image-chooser-upload-collection": 1})


def by_code(client, content: bytes, name: str):
    Picture(title="Huset", file=ImageFile(BytesIO(content), name=name)).save()


@pytest.mark.parametrize("ending", FORMATS)
def test_the_photographs_of_these_tests_say_where_they_were_taken(ending):
    assert says(photograph(ending))


@pytest.mark.parametrize("way", [by_form, by_many, by_chooser, by_code])
@pytest.mark.parametrize("ending", FORMATS)
def test_an_original_says_nothing_but_what_it_shows(uploader, way, ending):
    way(uploader, photograph(ending), f"hus.{ending}")
    picture = Picture.objects.get()
    assert says(kept(picture.file)) == []
    assert colours(kept(picture.file))[0][0] > 150
    assert colours(kept(picture.file))[1][2] > 150
    assert says(kept(picture.get_rendition("width-80").file)) == []


@pytest.mark.parametrize("way", [by_form, by_many, by_chooser, by_code])
def test_what_is_known_of_a_picture_is_true_of_what_was_kept(uploader, way):
    way(uploader, photograph("jpg", (90, 60), orientation=6), "hus.jpg")
    picture = Picture.objects.get()
    stored = kept(picture.file)
    assert (picture.width, picture.height) == (60, 90)
    assert picture.get_file_size() == len(stored)
    assert picture.get_file_hash() == hash_filelike(BytesIO(stored))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_kept_upright(orientation):
    sent = photograph("jpg", (90, 60), orientation)
    clean = cleaned(ContentFile(sent, name="hus.jpg"))
    with Image.open(clean) as image:
        assert image.size == ((90, 60) if orientation < 5 else (60, 90))
        assert 0x0112 not in image.getexif()
    first_is_red = colours(clean.open().read())[0][0] > 150
    assert first_is_red == (orientation in {1, 4, 5, 6})


def test_a_portrait_of_an_editor_says_nothing_either(uploader, editor):
    answer = uploader.post("/admin/account/", {"avatar-avatar": uploaded("mig.jpg", photograph("jpg"))})
    assert answer.status_code in {200, 302}
    profile = UserProfile.get_for_user(editor)
    profile.avatar.save("mig.jpg", ContentFile(photograph("jpg")))
    assert says(kept(profile.avatar)) == []


def test_a_picture_that_hides_behind_the_name_of_a_document_says_nothing_either():
    document = Document.objects.create(title="Brev", file=ContentFile(photograph("jpg"), name="brev.pdf"))
    assert says(kept(document.file)) == []


def test_a_document_is_kept_as_it_came():
    document = Document.objects.create(title="Brev", file=ContentFile(b"%PDF-1.7 et brev", name="brev.pdf"))
    assert kept(document.file) == b"%PDF-1.7 et brev"


def test_a_large_picture_is_made_smaller():
    with Image.open(cleaned(ContentFile(photograph("jpg", (4000, 1000)), name="bred.jpg"))) as image:
        assert image.size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_a_picture_without_end_is_refused_before_it_is_opened(uploader):
    side = int(MAX_PIXELS**0.5) + 10
    bomb = BytesIO()
    Image.new("1", (side, side)).save(bomb, "PNG")
    answer = by_many(uploader, bomb.getvalue(), "bombe.png").json()
    assert not answer["success"]
    assert "pixel" in answer["error_message"]
    with pytest.raises(UnreadablePicture):
        cleaned(ContentFile(bomb.getvalue(), name="bombe.png"))


def test_a_film_of_ten_thousand_pictures_is_one_picture():
    frames = [Image.new("L", (4, 4), number % 256) for number in range(300)]
    film = BytesIO()
    frames[0].save(film, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(cleaned(ContentFile(film.getvalue(), name="film.gif"))) as image:
        assert getattr(image, "n_frames", 1) == 1


def test_a_see_through_picture_stays_so():
    drawing = BytesIO()
    Image.new("RGBA", (20, 20), (10, 20, 30, 0)).save(drawing, "PNG", exif=exif())
    with Image.open(cleaned(ContentFile(drawing.getvalue(), name="mærke.png"))) as image:
        assert image.convert("RGBA").getpixel((3, 3))[3] == 0


def test_print_colours_become_those_of_a_screen():
    printed = BytesIO()
    Image.new("CMYK", (20, 20), (0, 255, 255, 0)).save(printed, "JPEG")
    with Image.open(cleaned(ContentFile(printed.getvalue(), name="tryk.jpg"))) as image:
        assert image.mode == "RGB"


def told_by(answer) -> str:
    """What an editor reads, whichever way the page gets it."""
    if answer["Content-Type"].startswith("text/html"):
        return answer.content.decode()
    return "".join(map(str, answer.json().values()))


@pytest.mark.parametrize("way", [by_form, by_many, by_chooser])
@pytest.mark.parametrize("ending", FORMATS)
def test_a_picture_that_cannot_be_read_gets_a_sentence(uploader, way, ending):
    whole = photograph(ending, (400, 300))
    for broken in (whole[: len(whole) // 3], whole[:12] + b"\x00" * 400):
        answer = way(uploader, broken, f"hus.{ending}")
        assert answer.status_code == 200
        told = told_by(answer)
        # The second is Wagtail's, for what does not even begin like a picture.
        assert "Billedet kan ikke læses" in told or "en defekt billedfil" in told
    assert not Picture.objects.exists()


@given(st.sampled_from(FORMATS), st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_no_broken_byte_is_an_error_of_ours(ending, at, noise):
    whole = photograph(ending)
    broken = whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :]
    with contextlib.suppress(NoPicture, UnreadablePicture):
        assert says(cleaned(ContentFile(broken, name=f"hus.{ending}")).read()) == []


class TestCleaningWhatStands:
    @pytest.fixture
    def standing(self, folder):
        """A picture from before pictures were cleaned, with a rendition that was made then."""
        name = FileSystemStorage().save("original_images/hus.jpg", ContentFile(photograph("jpg", orientation=6)))
        picture = Picture(title="Huset", file=name, width=90, height=60, focal_point_x=9, focal_point_y=9)
        picture.focal_point_width = picture.focal_point_height = 5
        picture.save()
        picture._set_image_file_metadata()
        picture.file.close()
        picture.save()
        picture.get_rendition("width-80")
        return picture

    def test_it_loses_what_it_says_and_is_known_as_it_is(self, standing, django_capture_on_commit_callbacks):
        assert says(kept(standing.file))
        rendition = standing.renditions.get().file
        with django_capture_on_commit_callbacks(execute=True):
            call_command("clean_pictures")
        picture = Picture.objects.get()
        assert says(kept(picture.file)) == []
        assert (picture.width, picture.height) == (60, 90)
        assert picture.file_hash == hash_filelike(BytesIO(kept(picture.file)))
        assert picture.file_size == len(kept(picture.file))
        assert not picture.has_focal_point()
        assert not standing.file.storage.exists(standing.file.name)
        assert not rendition.storage.exists(rendition.name)
        assert says(kept(picture.get_rendition("width-80").file)) == []

    def test_the_second_time_nothing_happens(self, standing, capsys):
        call_command("clean_pictures")
        name, when = Picture.objects.values_list("file", "file_hash").get()
        call_command("clean_pictures", verbosity=2)
        assert Picture.objects.values_list("file", "file_hash").get() == (name, when)
        assert "Pictures cleaned: 0" in capsys.readouterr().out

    @pytest.mark.parametrize("ending", FORMATS)
    def test_what_came_clean_is_left_alone(self, ending, capsys):
        Picture.objects.create(title="Huset", file=ContentFile(photograph(ending, (3000, 60)), name=f"hus.{ending}"))
        call_command("clean_pictures", verbosity=2)
        assert "Pictures cleaned: 0" in capsys.readouterr().out

    def test_what_cannot_be_cleaned_is_named_and_the_rest_goes_on(self, standing, capsys):
        gone = Picture.objects.create(title="Væk", file=ContentFile(photograph("png"), name="gone.png"))
        gone.file.storage.delete(gone.file.name)
        drawing = FileSystemStorage().save(
            "original_images/old.svg", ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
        )
        Picture.objects.bulk_create([Picture(title="Gammel", file=drawing, width=9, height=9)])
        call_command("clean_pictures")
        told = capsys.readouterr()
        assert "gone.png: is not there any more" in told.err
        assert "old.svg: is of a kind that is not shown" in told.err
        assert "Pictures cleaned: 1" in told.out


def test_an_upload_that_waits_for_its_title_says_nothing_either():
    waiting = UploadedFile.objects.create(file=ContentFile(photograph("jpg"), name="hus.jpg"))
    assert says(kept(waiting.file)) == []
